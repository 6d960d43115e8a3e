#include "identity/secret.hpp"
#include "plan/cache.hpp"
#include "report/pdf.hpp"
#include "workshop/minutes.hpp"
#include "workshop/routes.hpp"

namespace tandem::workshop {
namespace {

using http::Method;

struct Link {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(Link, (), (url))

constexpr std::size_t kCacheBytes = 4UL * 1024 * 1024;

// The same page gives the same PDF: made once, however many print it.
struct Press {
  report::PdfMaker maker;
  plan::DocumentCache kept{kCacheBytes};
};

api::Reply page(const std::string& html) {
  api::Reply reply;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = api::bytes(html);
  return reply;
}

}  // namespace

void add_minutes_routes(api::Routes& routes, toolkit::Packs& packs, const std::string& url) {
  const auto at = [&](std::string operation, Method method, const std::string& path,
                      std::variant<api::Handler, api::FreeHandler> handler) {
    routes.add(
        {std::move(operation), method, kWorkshopPath + path, std::move(handler),
         path.find("{note}") == std::string::npos ? school_of_workshop() : school_of_note()});
  };
  const auto by_handler = [&](std::string operation, Method method, const std::string& path,
                              api::Handler handler) {
    at(std::move(operation), method, path, std::move(handler));
  };
  by_handler("getMinutes", Method::get, "/minutes", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto minutes, find_minutes(call.tx, call.district, call.id("workshop")));
    return api::record(minutes);
  });
  by_handler("writeMinutes", Method::post, "/minutes",
             [&packs](api::Call& call) -> Result<api::Reply> {
               TRY(const auto fields, call.body<WriteMinutesFields>());
               TRY(const auto minutes,
                   write_minutes(call.change(), packs, call.id("workshop"), fields.language));
               return api::record(minutes);
             });
  by_handler("replaceMinutes", Method::put, "/minutes", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<MinutesFields>());
    TRY(const auto minutes, replace_minutes(call.change(), call.id("workshop"), expected, fields));
    return api::record(minutes);
  });
  by_handler("shareMinutes", Method::post, "/minutes/share",
             [url](api::Call& call) -> Result<api::Reply> {
               TRY(const auto nothing, call.body<EmptyFields>());
               (void)nothing;
               TRY(const auto token, share_minutes(call.change(), call.id("workshop")));
               api::Reply reply = api::ok(Link{url + "/public/minutes/" + token});
               reply.status = 201;
               return reply;
             });
  by_handler("unshareMinutes", Method::del, "/minutes/share",
             [](api::Call& call) -> Result<api::Reply> {
               CHECK_OK(unshare_minutes(call.change(), call.id("workshop")));
               return api::no_content();
             });
  by_handler(
      "minutesHtml", Method::get, "/minutes.html", [](api::Call& call) -> Result<api::Reply> {
        TRY(const auto document, document_of(call.tx, call.district, call.id("workshop")));
        const auto at_page =
            "/districts/" + call.district.value + "/workshops/" + call.param("workshop");
        return page(html_of(document,
                            "/d/" + call.district.value + "/workshops/" + call.param("workshop"),
                            "/api/v1" + at_page + "/minutes.pdf"));
      });
  const auto press = std::make_shared<Press>();
  at("minutesPdf", Method::get, "/minutes.pdf",
     api::FreeHandler([press](api::FreeCall& call) -> Result<api::Reply> {
       TRY(const auto document, call.database.read([&](db::Tx& tx) {
         return document_of(tx, call.district, call.id("workshop"));
       }));
       const auto html = html_of(document, "", "");
       const auto key = call.district.value + identity::hash_secret(html);
       auto kept = press->kept.find(key, 0);
       if (!kept) {
         TRY(std::string pdf, press->maker.make(html));
         kept = plan::Document{0, api::bytes(std::move(pdf))};
         press->kept.put(key, *kept);
       }
       api::Reply reply;
       reply.content_type = "application/pdf";
       reply.headers.emplace_back(
           "Content-Disposition",
           "inline; filename=\"Minutes " + document.workshop.held_on().value + ".pdf\"");
       reply.body = kept->bytes;
       return reply;
     }));
  api::Route shared{"sharedMinutes", Method::get, "/public/minutes/{token}",
                    api::Handler([](api::Call& call) -> Result<api::Reply> {
                      TRY(const auto document, shared_document(call.tx, call.param("token")));
                      return page(html_of(document, "", ""));
                    })};
  shared.base = "";
  routes.add(std::move(shared));
}

}  // namespace tandem::workshop
