// The command line.
#include <sodium.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands/commands.hpp"
#include "app/serve.hpp"
#include "base/log.hpp"

int main(int argc, char** argv) {
  using namespace tandem::app;
  CLI::App cli("One district plan with every school's plan inside.", "tandem");
  cli.set_version_flag("--version", TANDEM_VERSION);
  cli.require_subcommand(1);
  cli.fallthrough();

  Config config;
  cli.add_option("--database", config.database, "sqlite:PATH or postgresql://...")
      ->envname("TANDEM_DATABASE")
      ->capture_default_str();
  cli.add_option("--listen", config.listen, "Address and port to serve on")
      ->envname("TANDEM_LISTEN")
      ->capture_default_str();
  cli.add_option("--public-url", config.public_url, "How browsers reach this server")
      ->envname("TANDEM_PUBLIC_URL");
  cli.add_option("--log", config.log, "debug, info, warn, error or off")
      ->envname("TANDEM_LOG")
      ->capture_default_str()
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}));
  cli.add_option("--connections", config.connections, "Connections to the database")
      ->envname("TANDEM_CONNECTIONS")
      ->capture_default_str()
      ->check(CLI::Range(1, 500));
  cli.add_option("--workers", config.workers, "Threads for work that blocks")
      ->envname("TANDEM_WORKERS")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));

  int code = 0;
  const auto command = [&](const char* name, const char* what, auto run) {
    auto* sub = cli.add_subcommand(name, what);
    sub->callback([&code, run] { code = run(); });
    return sub;
  };
  command("serve", "Serve the pages and the API", [&] { return serve(config); });
  command("migrate", "Bring the database's schema up to date", [&] { return migrate(config); });
  command("routes", "Print the table of routes as JSON", [&] { return print_routes(config); });
  Demo which;
  auto* demonstrating =
      command("demo", "Add a district to look around in", [&] { return demo(config, which); });
  demonstrating->add_flag("--if-empty", which.if_empty, "Only where there is no district yet");
  demonstrating->add_flag("--large", which.large, "One as large as they come, for benchmarks");
  std::string file;
  command("backup", "Copy the database to a file, while it is in use",
          [&] { return backup(config, file); })
      ->add_option("file", file, "A new file")
      ->required();
  bool force = false;
  auto* putting_back = command("restore", "Put a backup in the database's place",
                               [&] { return restore(config, file, force); });
  putting_back->add_option("file", file, "A backup")->required()->check(CLI::ExistingFile);
  putting_back->add_flag("--force", force, "Replace the database that is there");
  std::string district;
  const auto of_district = [&](CLI::App* sub) {
    sub->add_option("--district", district, "The district's code, if there are several");
    return sub;
  };
  Import importing;
  auto* bringing_in = of_district(command("import", "Bring in schools or people from a CSV file",
                                          [&] { return import_csv(config, district, importing); }));
  bringing_in->add_option("kind", importing.kind, "schools or people")
      ->required()
      ->check(CLI::IsMember({"schools", "people"}));
  bringing_in->add_option("file", importing.file, "CSV")->required()->check(CLI::ExistingFile);
  bringing_in->add_flag("--preview", importing.preview, "Only say what would happen");
  command("doctor", "Look whether all is as it should be", [&] { return doctor(config); });
  of_district(command("export", "Write a district's records to standard output, one JSON a line",
                      [&] { return export_district(config, district); }));
  auto* users = cli.add_subcommand("user", "People who sign in")->require_subcommand(1);
  const auto user_command = [&](const char* name, const char* what, auto run) {
    auto* sub = users->add_subcommand(name, what);
    sub->callback([&code, run] { code = run(); });
    return sub;
  };
  of_district(user_command("list", "Who there is", [&] { return list_users(config, district); }));
  NewUser user;
  auto* adding =
      of_district(user_command("add", "Add somebody; prints the link to choose a password",
                               [&] { return add_user(config, district, user); }));
  adding->add_option("email", user.email)->required();
  adding->add_option("name", user.name)->required();
  adding->add_option("--role", user.role, "administrator, district_lead, ...")
      ->capture_default_str();
  adding->add_option("--school", user.school_code,
                     "The school's code, for school_lead and school_member");
  user_command("password", "Set somebody's password, which is asked for",
               [&] { return set_user_password(config, user.email); })
      ->add_option("email", user.email)
      ->required();
  std::string code_of_new;
  std::string name_of_new;
  auto* districts =
      cli.add_subcommand("district", "Districts of this server")->require_subcommand(1);
  auto* opening = districts->add_subcommand("add", "A further district, with its administrator");
  opening->callback([&] { code = add_district(config, code_of_new, name_of_new, user); });
  opening->add_option("code", code_of_new, "The state's code")->required();
  opening->add_option("name", name_of_new)->required();
  opening->add_option("--email", user.email, "The administrator's e-mail")->required();
  opening->add_option("--person", user.name, "The administrator's name")->required();

  try {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    cli.parse_complete_callback([&] { tandem::log::start(config.log); });
    cli.parse(argc, argv);
    return code;
  } catch (const CLI::ParseError& error) {
    return cli.exit(error);
  } catch (const std::exception& error) {
    std::cerr << "tandem: " << error.what() << "\n";
    return 1;
  }
}
