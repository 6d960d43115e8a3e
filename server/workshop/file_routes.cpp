// Files with ratings: given, taken back, and had by who may see the rating.
#include <fmt/format.h>

#include "workshop/file.hpp"
#include "workshop/routes.hpp"

namespace tandem::workshop {
namespace {

using http::Method;

constexpr std::size_t kLargestBody = 7'100'000;  // 5 MB as base64, and the name

// RFC 6266 and RFC 8187: always saved and never shown in the page, under its own name; for old
// programs in ASCII too.
std::string disposition(const std::string& name) {
  std::string plain;
  std::string exact;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain += byte < 0x80 ? c : '_';
    const bool safe = byte < 0x80 && (std::isalnum(byte) != 0 || c == '.' || c == '-' || c == '_');
    exact += safe ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
}

}  // namespace

void add_file_routes(api::Routes& routes, toolkit::Packs& packs) {
  api::Route add{"addEvidenceFile", Method::post, kWorkshopPath + "/answers/{step}/{subject}/files",
                 api::Handler([&packs](api::Call& call) -> Result<api::Reply> {
                   TRY(const auto fields, call.body<FileFields>());
                   TRY(const auto file,
                       add_file(call.change(), packs, call.id("workshop"), call.seat->id,
                                call.param("step"), call.param("subject"), fields));
                   api::Reply reply = api::ok(file);
                   reply.status = 201;
                   return reply;
                 }),
                 school_of_workshop()};
  add.max_body = kLargestBody;
  routes.add(std::move(add));
  routes.add(
      {"removeEvidenceFile", Method::del, kWorkshopPath + "/files/{file}",
       api::Handler([](api::Call& call) -> Result<api::Reply> {
         CHECK_OK(remove_file(call.change(), call.id("workshop"), call.seat->id, call.id("file")));
         return api::no_content();
       }),
       school_of_file()});
  routes.add({"getEvidenceFile", Method::get, kWorkshopPath + "/files/{file}",
              api::Handler([](api::Call& call) -> Result<api::Reply> {
                const auto seat = call.seat ? std::optional(call.seat->id) : std::nullopt;
                TRY(auto found, file_content(call.tx, call.district, call.id("workshop"), seat,
                                             call.id("file")));
                api::Reply reply;
                reply.content_type = found.file.type;
                reply.headers.emplace_back("Content-Disposition", disposition(found.file.name));
                reply.body = api::bytes(std::move(found.content));
                return reply;
              }),
              school_of_file()});
}

}  // namespace tandem::workshop
