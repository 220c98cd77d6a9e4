// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace gridhall {

/// What went wrong, coarse enough that a caller can act on it (retry, ask, give up).
enum class ErrorKind {
    None = 0,
    InvalidInput, ///< what was given is malformed or breaks a rule of its format
    NotFound,     ///< the thing named does not exist
    Conflict,     ///< somebody else changed it first, or it exists already
    Refused,      ///< the workflow, a right or a setting forbids it
    Unreadable,   ///< a file or stream cannot be read
    Unwritable,   ///< a file cannot be written: read-only, no permission
    DiskFull,
    NewerVersion, ///< made by a newer GridHall than this one
    Protocol,     ///< the other side speaks another protocol or number
    Unavailable,  ///< a server, worker or device is not there at the moment
    Cancelled,
    Internal
};

/// An error as a value. `what` says in the reader's language what happened, `subject` to what
/// (a path, a case number), `next` what the reader can do; `detail` is for the log only.
struct Error
{
    ErrorKind kind = ErrorKind::None;
    QString what;
    QString subject;
    QString next;
    QString detail;

    /// The whole message in one line, for a window or a shell.
    QString text() const;
};

/// A value or an Error: what every function returns that can fail at a boundary (file, database,
/// socket, input). Thread-compatible like its T.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace gridhall
