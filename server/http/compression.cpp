#include "http/compression.hpp"

#include <zlib.h>

#include <stdexcept>

namespace tandem::http {

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;  // the largest window, with gzip's header
  constexpr int kFast = 4;        // text shrinks to about a fifth, in a third of level 6's time
  if (deflateInit2(&stream, kFast, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib does not start");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write to its input; its C interface cannot say so.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) throw std::runtime_error("zlib did not finish");
  return out;
}

std::shared_ptr<const std::string> CompressedBodies::find(
    const std::shared_ptr<const std::string>& body) {
  const std::scoped_lock lock(mutex_);
  const auto found = kept_.find(body.get());
  if (found == kept_.end() || found->second.plain.lock() != body) return nullptr;
  return found->second.zipped;
}

std::shared_ptr<const std::string> CompressedBodies::of(
    const std::shared_ptr<const std::string>& body) {
  const bool lasting = body.use_count() > 1;  // besides the answer that is being made
  if (lasting) {
    if (auto found = find(body)) return found;
  }
  auto zipped = std::make_shared<const std::string>(gzip(*body));
  if (lasting) {
    const std::scoped_lock lock(mutex_);
    for (auto it = kept_.begin(); it != kept_.end();) {
      it = it->second.plain.expired() ? kept_.erase(it) : std::next(it);
    }
    kept_[body.get()] = {body, zipped};
  }
  return zipped;
}

}  // namespace tandem::http
