// What the program does besides serving. Each gives the exit code; what went wrong is said on
// standard error.
#pragma once

#include <optional>

#include "app/config.hpp"

namespace tandem::app {

// ---- database.cpp
int migrate(const Config& config);
// Copies the database to a file while it is in use (SQLite).
int backup(const Config& config, const std::string& file);
// Puts a backup in the database's place; the server must not be running.
int restore(const Config& config, const std::string& file, bool force);
// Looks whether all is as it should be: store, schema, packs, the chain of every history.
int doctor(const Config& config);
// A district's records as JSON, one a line; without passwords and sessions.
int export_district(const Config& config, const std::string& district_code);

// ---- users.cpp: for who has lost the way in, and for a server of several districts
int list_users(const Config& config, const std::string& district_code);
struct NewUser {
  std::string email;
  std::string name;
  std::string role = "administrator";
  std::string school_code;  // for a role that is held for a school
};
// Prints the link with which the person chooses a password.
int add_user(const Config& config, const std::string& district_code, const NewUser& user);
// The password is read from standard input.
int set_user_password(const Config& config, const std::string& email);
// A further district with its administrator; prints the link as add_user does.
int add_district(const Config& config, const std::string& code, const std::string& name,
                 const NewUser& administrator);

// ---- demo.cpp
struct Demo {
  bool if_empty = false;  // do nothing where there is a district
  bool large = false;     // as large as they come, for benchmarks; the server has to be empty
};
// Adds a district to look around in, and prints who can sign in.
int demo(const Config& config, const Demo& which);

// ---- import.cpp: schools or people from CSV, as on the import page, columns matched by name.
// Rows with an error are named and left out; the exit code is 1 if there are any.
struct Import {
  std::string kind;  // schools or people
  std::string file;
  bool preview = false;  // only says what would happen
};
int import_csv(const Config& config, const std::string& district_code, const Import& what);

// ---- routes.cpp: the table of routes as JSON: [{"operation", "method", "path"}]
int print_routes(const Config& config);

}  // namespace tandem::app
