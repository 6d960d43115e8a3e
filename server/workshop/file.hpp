// Files given as evidence with an answer: what may come in, and where it is kept.
#pragma once

#include "workshop/people.hpp"

namespace tandem::workshop {

inline constexpr std::size_t kMaxFileBytes = 5UL * 1024 * 1024;
inline constexpr std::int64_t kMaxFilesOfAnswer = 3;
inline constexpr std::int64_t kMaxBytesOfWorkshop = 500LL * 1024 * 1024;

// The media type of a file that may come in: its name's extension is on the list and its content
// is what the extension says. 422 at /name or /content with the reason if not.
Result<std::string> file_type(std::string_view name, std::string_view content);
// As a name in a header and on a disk: without a path, control characters and quotes.
std::string safe_name(std::string_view name);

struct FileFields {
  Text<1, 200> name;
  Text<1, 7'000'000> content;  // base64
};
BOOST_DESCRIBE_STRUCT(FileFields, (), (name, content))

// 409 while the step takes no answers, or with three files already.
Result<File> add_file(audit::Change& change, toolkit::Packs& packs, const RecordId& workshop,
                      const RecordId& seat, const std::string& step, const std::string& subject,
                      const FileFields& fields);
// By who gave it, while the step takes answers.
Result<void> remove_file(audit::Change& change, const RecordId& workshop, const RecordId& seat,
                         const RecordId& file);

struct FileContent {
  FileRow file;
  std::string content;
};
// For a seat: its own or its group's, and everybody's once the step is revealed; else 404.
Result<FileContent> file_content(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                                 const std::optional<RecordId>& seat, const RecordId& file);

std::vector<FileRow> files_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop,
                              const std::string& step);
void forget_files(audit::Change& change, const RecordId& workshop);

}  // namespace tandem::workshop
