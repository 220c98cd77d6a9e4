// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/messages.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace gridhall::mapwire {
namespace {

enum class Type : std::uint8_t {
    None = 0,
    Hello,
    HelloReply,
    Render,
    Rendered,
    Cancel,
    Ping,
    Pong,
    Failure
};

class Writer
{
public:
    Writer(Type type)
    {
        u32(0); // the length, known at the end
        u8(static_cast<std::uint8_t>(type));
    }

    void u8(std::uint8_t value) { m_bytes.push_back(value); }
    void u32(std::uint32_t value) { number(value, 4); }
    void u64(std::uint64_t value) { number(value, 8); }
    void real(double value) { u64(std::bit_cast<std::uint64_t>(value)); }
    void text(const std::string &value)
    {
        const std::size_t size = std::min(value.size(), kMaxTextBytes);
        u32(static_cast<std::uint32_t>(size));
        m_bytes.insert(m_bytes.end(), value.begin(),
                       value.begin() + static_cast<std::ptrdiff_t>(size));
    }
    void box(const Box &value)
    {
        real(value.west);
        real(value.south);
        real(value.east);
        real(value.north);
    }
    // A list keeps within its share of a frame, so that three lists and four texts always fit.
    void list(const std::vector<std::string> &values)
    {
        std::size_t count = 0;
        std::size_t bytes = 0;
        for (const std::string &value : values) {
            bytes += 4 + std::min(value.size(), kMaxTextBytes);
            if (bytes > kMaxFrameBytes / 4 || count == kMaxListItems)
                break;
            ++count;
        }
        u32(static_cast<std::uint32_t>(count));
        for (std::size_t i = 0; i < count; ++i)
            text(values[i]);
    }

    std::vector<std::uint8_t> take()
    {
        const auto length = static_cast<std::uint32_t>(m_bytes.size() - 4);
        for (std::size_t i = 0; i < 4; ++i)
            m_bytes[i] = static_cast<std::uint8_t>(length >> (8 * i));
        return std::move(m_bytes);
    }

private:
    void number(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }

    std::vector<std::uint8_t> m_bytes;
};

// Reads past the end give zeros and mark the reader bad; the caller asks once, at the end.
class Reader
{
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }
    double real()
    {
        const double value = std::bit_cast<double>(u64());
        if (!std::isfinite(value))
            m_good = false;
        return value;
    }
    std::string text()
    {
        const std::size_t size = u32();
        if (size > kMaxTextBytes || size > m_bytes.size()) {
            m_good = false;
            return {};
        }
        std::string value(reinterpret_cast<const char *>(m_bytes.data()), size);
        m_bytes = m_bytes.subspan(size);
        return value;
    }
    Box box()
    {
        Box value;
        value.west = real();
        value.south = real();
        value.east = real();
        value.north = real();
        return value;
    }
    std::vector<std::string> list()
    {
        const std::size_t count = u32();
        // Each text takes at least its length, so a count that cannot fit is a lie.
        if (count > kMaxListItems || count * 4 > m_bytes.size()) {
            m_good = false;
            return {};
        }
        std::vector<std::string> values;
        values.reserve(count);
        for (std::size_t i = 0; i < count && m_good; ++i)
            values.push_back(text());
        return values;
    }
    template <class Enum>
    Enum choice(Enum last)
    {
        const std::uint8_t value = u8();
        if (value == 0 || value > static_cast<std::uint8_t>(last)) {
            m_good = false;
            return Enum::None;
        }
        return static_cast<Enum>(value);
    }

    bool good() const { return m_good; }
    bool finished() const { return m_good && m_bytes.empty(); }

private:
    std::uint64_t number(std::size_t bytes)
    {
        if (bytes > m_bytes.size()) {
            m_good = false;
            m_bytes = {};
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= static_cast<std::uint64_t>(m_bytes[i]) << (8 * i);
        m_bytes = m_bytes.subspan(bytes);
        return value;
    }

    std::span<const std::uint8_t> m_bytes;
    bool m_good = true;
};

struct Encoder
{
    std::vector<std::uint8_t> operator()(const Hello &m) const
    {
        Writer w(Type::Hello);
        w.u32(kMagic);
        w.u32(m.protocol);
        w.text(m.projectPath);
        w.text(m.firstTheme);
        w.u64(m.slotBytes);
        w.u32(m.slotCount);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const HelloReply &m) const
    {
        Writer w(Type::HelloReply);
        w.u32(kMagic);
        w.u32(m.protocol);
        w.text(m.title);
        w.text(m.crs);
        w.box(m.extent);
        w.list(m.themes);
        w.list(m.layers);
        w.list(m.missingLayers);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Render &m) const
    {
        Writer w(Type::Render);
        w.u64(m.requestId);
        w.u32(m.slot);
        w.text(m.theme);
        w.box(m.ground);
        w.u32(m.widthPx);
        w.u32(m.heightPx);
        w.real(m.dpi);
        w.u32(m.marginPx);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Rendered &m) const
    {
        Writer w(Type::Rendered);
        w.u64(m.requestId);
        w.u32(m.slot);
        w.u8(static_cast<std::uint8_t>(m.outcome));
        w.u32(m.renderMs);
        w.text(m.message);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Cancel &m) const
    {
        Writer w(Type::Cancel);
        w.u64(m.requestId);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Ping &m) const
    {
        Writer w(Type::Ping);
        w.u64(m.token);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Pong &m) const
    {
        Writer w(Type::Pong);
        w.u64(m.token);
        return w.take();
    }
    std::vector<std::uint8_t> operator()(const Failure &m) const
    {
        Writer w(Type::Failure);
        w.u8(static_cast<std::uint8_t>(m.kind));
        w.text(m.subject);
        w.text(m.detail);
        return w.take();
    }
};

Decoded finish(const Reader &r, Message message)
{
    if (!r.finished())
        return DecodeError::Malformed;
    return message;
}

// What follows the number of another protocol is nobody's business.
Decoded decodeHello(Reader &r)
{
    Hello m;
    if (r.u32() != kMagic)
        return r.good() ? DecodeError::BadMagic : DecodeError::Malformed;
    m.protocol = r.u32();
    if (!r.good())
        return DecodeError::Malformed;
    if (m.protocol != kProtocol)
        return Message(m);
    m.projectPath = r.text();
    m.firstTheme = r.text();
    m.slotBytes = r.u64();
    m.slotCount = r.u32();
    return finish(r, std::move(m));
}

Decoded decodeHelloReply(Reader &r)
{
    HelloReply m;
    if (r.u32() != kMagic)
        return r.good() ? DecodeError::BadMagic : DecodeError::Malformed;
    m.protocol = r.u32();
    if (!r.good())
        return DecodeError::Malformed;
    if (m.protocol != kProtocol)
        return Message(m);
    m.title = r.text();
    m.crs = r.text();
    m.extent = r.box();
    m.themes = r.list();
    m.layers = r.list();
    m.missingLayers = r.list();
    return finish(r, std::move(m));
}

Decoded decodeRender(Reader &r)
{
    Render m;
    m.requestId = r.u64();
    m.slot = r.u32();
    m.theme = r.text();
    m.ground = r.box();
    m.widthPx = r.u32();
    m.heightPx = r.u32();
    m.dpi = r.real();
    m.marginPx = r.u32();
    const bool sane = m.ground.west < m.ground.east && m.ground.south < m.ground.north &&
                      m.widthPx > 0 && m.widthPx <= kMaxTilePx && m.heightPx > 0 &&
                      m.heightPx <= kMaxTilePx && m.marginPx <= kMaxTilePx && m.dpi >= 1 &&
                      m.dpi <= 10'000;
    if (r.good() && !sane)
        return DecodeError::Malformed;
    return finish(r, std::move(m));
}

Decoded decodeRendered(Reader &r)
{
    Rendered m;
    m.requestId = r.u64();
    m.slot = r.u32();
    m.outcome = r.choice(Outcome::Failed);
    m.renderMs = r.u32();
    m.message = r.text();
    return finish(r, std::move(m));
}

Decoded decodeFailure(Reader &r)
{
    Failure m;
    m.kind = r.choice(FailureKind::BadRequest);
    m.subject = r.text();
    m.detail = r.text();
    return finish(r, std::move(m));
}

} // namespace

std::vector<std::uint8_t> encode(const Message &message)
{
    return std::visit(Encoder{}, message);
}

const char *nameOf(DecodeError error)
{
    switch (error) {
    case DecodeError::None:
        return "none";
    case DecodeError::FrameTooLong:
        return "a frame longer than allowed";
    case DecodeError::UnknownType:
        return "a message of unknown type";
    case DecodeError::BadMagic:
        return "a handshake that is not GridHall's";
    case DecodeError::Malformed:
        return "a malformed message";
    }
    return "unknown";
}

Decoded decode(std::span<const std::uint8_t> content)
{
    Reader r(content);
    const std::uint8_t type = r.u8();
    if (!r.good())
        return DecodeError::Malformed;
    switch (static_cast<Type>(type)) {
    case Type::Hello:
        return decodeHello(r);
    case Type::HelloReply:
        return decodeHelloReply(r);
    case Type::Render:
        return decodeRender(r);
    case Type::Rendered:
        return decodeRendered(r);
    case Type::Cancel: {
        const Cancel m{r.u64()};
        return finish(r, m);
    }
    case Type::Ping: {
        const Ping m{r.u64()};
        return finish(r, m);
    }
    case Type::Pong: {
        const Pong m{r.u64()};
        return finish(r, m);
    }
    case Type::Failure:
        return decodeFailure(r);
    case Type::None:
        break;
    }
    return DecodeError::UnknownType;
}

void MessageReader::feed(std::span<const std::uint8_t> bytes)
{
    if (m_error != DecodeError::None)
        return;
    if (m_read > 0) {
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_read));
        m_read = 0;
    }
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Decoded> MessageReader::next()
{
    if (m_error != DecodeError::None)
        return Decoded(m_error);
    const std::span<const std::uint8_t> rest = std::span(m_bytes).subspan(m_read);
    if (rest.size() < 4)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length |= static_cast<std::size_t>(rest[i]) << (8 * i);
    if (length > kMaxFrameBytes) {
        m_error = DecodeError::FrameTooLong;
        m_bytes.clear();
        m_read = 0;
        return Decoded(m_error);
    }
    if (rest.size() < 4 + length)
        return std::nullopt;
    Decoded decoded = decode(rest.subspan(4, length));
    m_read += 4 + length;
    if (const DecodeError *error = std::get_if<DecodeError>(&decoded))
        m_error = *error;
    return decoded;
}

} // namespace gridhall::mapwire
