// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gridhall::mapwire {

// What the client and its map workers say to each other, and how it lies on the wire: a 32-bit
// little-endian length, one byte for the type, then the fields in the order they are declared here.
// The client speaks first (Hello); every number is little-endian, every text UTF-8 behind its
// length.

constexpr std::uint32_t kMagic = 0x4d4c4847; ///< "GHLM" in memory
/// Raised whenever a message changes its fields. Both sides refuse any other number.
constexpr std::uint32_t kProtocol = 1;

// Bounds that every decoder holds, so that no input makes it allocate more than a frame.
constexpr std::size_t kMaxFrameBytes = 1024 * 1024;
constexpr std::size_t kMaxTextBytes = 64 * 1024;
constexpr std::size_t kMaxListItems = 10'000;
constexpr std::uint32_t kMaxTilePx = 16'384;

struct Box
{
    double west = 0, south = 0, east = 0, north = 0;
    friend bool operator==(const Box &, const Box &) = default;
};

/// Client to worker, first. From a client of another protocol only `protocol` is filled in.
struct Hello
{
    std::uint32_t protocol = kProtocol;
    std::string projectPath;
    std::string firstTheme; ///< the theme that will be asked for first; may be empty
    std::uint64_t slotBytes = 0;
    std::uint32_t slotCount = 0;
    friend bool operator==(const Hello &, const Hello &) = default;
};

/// Worker to client, once the project is open. Of another protocol: only `protocol`.
struct HelloReply
{
    std::uint32_t protocol = kProtocol;
    std::string title;
    std::string crs;
    Box extent;
    std::vector<std::string> themes;
    std::vector<std::string> layers;
    std::vector<std::string> missingLayers;
    friend bool operator==(const HelloReply &, const HelloReply &) = default;
};

/// Paint `ground` in `theme` into slot `slot`: widthPx * heightPx pixels, 32 bits each
/// (premultiplied ARGB), rows packed. What stands within `marginPx` outside is considered too, so
/// that a label or a sign that sticks into the picture is there.
struct Render
{
    std::uint64_t requestId = 0;
    std::uint32_t slot = 0;
    std::string theme;
    Box ground;
    std::uint32_t widthPx = 0;
    std::uint32_t heightPx = 0;
    double dpi = 96;
    std::uint32_t marginPx = 0;
    friend bool operator==(const Render &, const Render &) = default;
};

enum class Outcome : std::uint8_t { None = 0, Done, Cancelled, Failed };

struct Rendered
{
    std::uint64_t requestId = 0;
    std::uint32_t slot = 0;
    Outcome outcome = Outcome::None;
    std::uint32_t renderMs = 0;
    std::string message; ///< why it failed
    friend bool operator==(const Rendered &, const Rendered &) = default;
};

/// The answer is still a Rendered: Cancelled, or Done when it was too late.
struct Cancel
{
    std::uint64_t requestId = 0;
    friend bool operator==(const Cancel &, const Cancel &) = default;
};

struct Ping
{
    std::uint64_t token = 0;
    friend bool operator==(const Ping &, const Ping &) = default;
};

struct Pong
{
    std::uint64_t token = 0;
    friend bool operator==(const Pong &, const Pong &) = default;
};

enum class FailureKind : std::uint8_t {
    None = 0,
    Protocol,       ///< the other side speaks another protocol number
    ProjectMissing, ///< there is no such file
    ProjectBroken,  ///< it is no QGIS project, or it is damaged
    CrsNotMetric,   ///< the project's CRS does not count in metres
    SharedMemory,   ///< the slot pool cannot be used
    BadRequest,     ///< a message that makes no sense
};

/// Why the worker gives up; it ends after sending this.
struct Failure
{
    FailureKind kind = FailureKind::None;
    std::string subject; ///< a path, a CRS, a number
    std::string detail;  ///< for the log
    friend bool operator==(const Failure &, const Failure &) = default;
};

using Message = std::variant<Hello, HelloReply, Render, Rendered, Cancel, Ping, Pong, Failure>;

/// The whole frame, with its length in front. Texts and lists beyond the bounds are cut.
std::vector<std::uint8_t> encode(const Message &message);

enum class DecodeError {
    None = 0,
    FrameTooLong, ///< the announced length is beyond kMaxFrameBytes
    UnknownType,  ///< no message has this type
    BadMagic,     ///< a handshake that is not ours
    Malformed,    ///< fields cut off, left over or out of their range
};
const char *nameOf(DecodeError error);

using Decoded = std::variant<Message, DecodeError>;

/// One frame's content (without its length). Total: any bytes give a message or an error.
Decoded decode(std::span<const std::uint8_t> content);

/// Cuts a byte stream into messages. After an error the stream is lost: next() keeps giving it.
class MessageReader
{
public:
    void feed(std::span<const std::uint8_t> bytes);
    /// The next whole message, an error, or nothing while more bytes are needed.
    std::optional<Decoded> next();

private:
    std::vector<std::uint8_t> m_bytes;
    std::size_t m_read = 0;
    DecodeError m_error = DecodeError::None;
};

} // namespace gridhall::mapwire
