#include "workshop/file.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace tandem::workshop {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view extension;
  std::string_view type;
  bool (*suits)(std::string_view content);
};

bool is_text(std::string_view content) {
  std::string text(content);
  std::erase(text, '\r');
  return !character_fault(text);
}

bool is_zip(std::string_view content) { return content.substr(0, 4) == "PK\x03\x04"sv; }

// Office Open XML with parts below `folder`, and without macros.
bool is_office(std::string_view content, std::string_view folder) {
  return is_zip(content) && content.find("[Content_Types].xml") != std::string_view::npos &&
         content.find(folder) != std::string_view::npos &&
         content.find("vbaProject.bin") == std::string_view::npos;
}

// OpenDocument 1.3, part 2, 3.3: the first entry is called mimetype, is not compressed, and so
// stands at a fixed place.
bool is_open_document(std::string_view content, std::string_view kind) {
  const auto entry = "mimetypeapplication/vnd.oasis.opendocument." + std::string(kind);
  return is_zip(content) && content.size() > 30 && content.substr(30).starts_with(entry);
}

const std::array<Kind, 13> kKinds = {{
    {"pdf", "application/pdf", [](std::string_view c) { return c.substr(0, 5) == "%PDF-"; }},
    {"png", "image/png",
     [](std::string_view c) { return c.substr(0, 8) == "\x89PNG\r\n\x1a\n"sv; }},
    {"jpg", "image/jpeg", [](std::string_view c) { return c.substr(0, 3) == "\xff\xd8\xff"sv; }},
    {"jpeg", "image/jpeg", [](std::string_view c) { return c.substr(0, 3) == "\xff\xd8\xff"sv; }},
    {"webp", "image/webp",
     [](std::string_view c) {
       return c.size() > 12 && c.substr(0, 4) == "RIFF" && c.substr(8, 4) == "WEBP";
     }},
    {"txt", "text/plain; charset=utf-8", is_text},
    {"csv", "text/csv; charset=utf-8", is_text},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     [](std::string_view c) { return is_office(c, "word/"); }},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     [](std::string_view c) { return is_office(c, "xl/"); }},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     [](std::string_view c) { return is_office(c, "ppt/"); }},
    {"odt", "application/vnd.oasis.opendocument.text",
     [](std::string_view c) { return is_open_document(c, "text"); }},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet",
     [](std::string_view c) { return is_open_document(c, "spreadsheet"); }},
    {"odp", "application/vnd.oasis.opendocument.presentation",
     [](std::string_view c) { return is_open_document(c, "presentation"); }},
}};

struct ContentRow {
  static constexpr std::string_view table = "workshop_file_content";
  RecordId file_id;
  std::string content;  // base64: one column type that both databases have
};
BOOST_DESCRIBE_STRUCT(ContentRow, (), (file_id, content))

std::optional<std::string> decoded(const std::string& base64) {
  std::string bytes(base64.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(),
                        base64.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

// Everybody's who has a part in the answer: told like a change of it.
void tell_changed(audit::Change& change, const RoomRow& turn, const Workshop& workshop,
                  const File& file) {
  tell(change, turn, "answered",
       {{"step", file.step},
        {"subject", file.subject},
        {"group_id", file.group_id},
        {"seat_id", workshop.anonymous ? json::value(nullptr) : json::write(file.seat_id)},
        {"first", false},
        {"by_group", !file.seat_id.has_value()}});
}

}  // namespace

Result<std::string> file_type(std::string_view name, std::string_view content) {
  if (content.empty()) return problem::invalid("/content", "is empty");
  if (content.size() > kMaxFileBytes) return problem::invalid("/content", "is larger than 5 MB");
  const auto dot = name.rfind('.');
  const auto extension = dot == std::string_view::npos ? "" : lower(name.substr(dot + 1));
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const Kind& each) { return each.extension == extension; });
  if (kind == kKinds.end()) {
    return problem::invalid("/name",
                            "is of no kind that is taken: PDF, PNG, JPEG, WebP, text, CSV, Word, "
                            "Excel, PowerPoint or OpenDocument");
  }
  if (!kind->suits(content)) {
    return problem::invalid("/content", "is not what the name's ending says");
  }
  return std::string(kind->type);
}

std::string safe_name(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  std::string safe(slash == std::string_view::npos ? name : name.substr(slash + 1));
  for (auto& c : safe) {
    if (static_cast<unsigned char>(c) < 0x20 ||
        std::string_view("\"<>|:*?%;").find(c) != std::string_view::npos)
      c = '_';
  }
  safe = trim(safe);
  if (safe.empty()) return "file";
  if (safe.front() == '.') safe.front() = '_';
  return safe;
}

Result<File> add_file(audit::Change& change, toolkit::Packs& packs, const RecordId& workshop_id,
                      const RecordId& seat_id, const std::string& step_id,
                      const std::string& subject, const FileFields& fields) {
  const auto content = decoded(fields.content);
  if (!content) return problem::invalid("/content", "is not base64");
  FileRow row;
  row.name = safe_name(fields.name.value);
  TRY(row.type, file_type(row.name, *content));
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  const auto* step = workshop.step(step_id);
  if (step == nullptr) return problem::not_found("step");
  if (step->kind != StepKind::rate) return problem::conflict("This step takes no evidence.");
  TRY(const auto seat, find_seat_row(change.tx, change.district, workshop_id, seat_id));
  TRY(const auto pack, pack_of(change.tx, packs, change.district, workshop));
  if (!has(kept_content_of(pack)->rows, subject)) return problem::not_found("subject");
  const auto turn = take_turn(change, workshop_id);
  CHECK_OK(may_answer(turn, step_id, workshop.closes_at, change.now));
  row.workshop_id = workshop_id;
  row.step = step_id;
  row.subject = subject;
  row.owner = owner_of(*step, seat);
  if (step->by == By::seat) row.seat_id = seat_id;
  row.group_id = seat.group_id;
  row.bytes = static_cast<std::int64_t>(content->size());
  const auto answers = change.tx.number(
      "select count(*) from workshop_answer where district_id = :district "
      "and workshop_id = :workshop and step = :step and subject = :subject and owner = :owner",
      change.district, workshop_id, step_id, subject, row.owner);
  if (answers == 0) return problem::conflict("Rate the row first: the file belongs to the rating.");
  const auto files = change.tx.number(
      "select count(*) from workshop_file where district_id = :district "
      "and workshop_id = :workshop and step = :step and subject = :subject and owner = :owner",
      change.district, workshop_id, step_id, subject, row.owner);
  if (files >= kMaxFilesOfAnswer) return problem::conflict("A rating has at most three files.");
  const auto bytes = change.tx.number(
      "select coalesce(sum(bytes), 0) from workshop_file where district_id = :district "
      "and workshop_id = :workshop",
      change.district, workshop_id);
  if (bytes + row.bytes > kMaxBytesOfWorkshop) {
    return problem::conflict("The workshop has as many files as it can hold.");
  }
  row.id = new_id<RecordId>();
  change.tx.insert(change.district, row);
  change.tx.insert(change.district, ContentRow{row.id, fields.content.value});
  tell_changed(change, turn, workshop, row);
  return static_cast<const File&>(row);
}

Result<void> remove_file(audit::Change& change, const RecordId& workshop_id,
                         const RecordId& seat_id, const RecordId& id) {
  TRY(const auto workshop, find(change.tx, change.district, workshop_id));
  TRY(const auto seat, find_seat_row(change.tx, change.district, workshop_id, seat_id));
  const auto turn = take_turn(change, workshop_id);
  const auto file = change.tx.row_of<FileRow>(
      change.district, "and id = :id and workshop_id = :workshop", id, workshop_id);
  const auto* step = file ? workshop.step(file->step) : nullptr;
  if (step == nullptr) return problem::not_found("file");
  CHECK_OK(may_answer(turn, file->step, workshop.closes_at, change.now));
  if (file->owner != owner_of(*step, seat)) {
    return problem::forbidden("Only who gave a file can take it back.");
  }
  change.tx.run("delete from workshop_file_content where district_id = :district and file_id = :id",
                change.district, id);
  change.tx.run("delete from workshop_file where district_id = :district and id = :id",
                change.district, id);
  tell_changed(change, turn, workshop, *file);
  return {};
}

Result<FileContent> file_content(db::Tx& tx, const DistrictId& district,
                                 const RecordId& workshop_id,
                                 const std::optional<RecordId>& seat_id, const RecordId& id) {
  TRY(const auto workshop, find(tx, district, workshop_id));
  auto file =
      tx.row_of<FileRow>(district, "and id = :id and workshop_id = :workshop", id, workshop_id);
  if (!file) return problem::not_found("file");
  if (seat_id && !is_revealed(room_row(tx, district, workshop_id), file->step)) {
    TRY(const auto seat, find_seat_row(tx, district, workshop_id, *seat_id));
    const auto* step = workshop.step(file->step);
    if (step == nullptr || file->owner != owner_of(*step, seat)) return problem::not_found("file");
  }
  const auto kept = tx.row_of<ContentRow>(district, "and file_id = :id", id);
  auto content = kept ? decoded(kept->content) : std::nullopt;
  if (!content) throw std::runtime_error("a file without content: " + id.value);
  return FileContent{std::move(*file), std::move(*content)};
}

std::vector<FileRow> files_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                              const std::string& step) {
  return tx.rows_of<FileRow>(district, "and workshop_id = :workshop and step = :step order by id",
                             workshop, step);
}

void forget_files(audit::Change& change, const RecordId& workshop) {
  change.tx.run(
      "delete from workshop_file_content where district_id = :district and file_id in (select id "
      "from workshop_file where district_id = :same and workshop_id = :workshop)",
      change.district, change.district, workshop);
  change.tx.run(
      "delete from workshop_file where district_id = :district and workshop_id = :workshop",
      change.district, workshop);
}

}  // namespace tandem::workshop
