// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/photo.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace gridhall::democity {

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 360;

struct Colour
{
    int red;
    int green;
    int blue;
};

Colour shaded(const Colour &c, double factor)
{
    const auto part = [&](int v) { return std::clamp(static_cast<int>(v * factor), 0, 255); };
    return {part(c.red), part(c.green), part(c.blue)};
}

/// A picture in memory; shapes are given in pixels and cut off at its edges.
class Picture
{
public:
    Picture() : m_pixels(static_cast<size_t>(kWidth * kHeight)) {}

    void set(int x, int y, const Colour &colour)
    {
        if (x >= 0 && y >= 0 && x < kWidth && y < kHeight)
            m_pixels[static_cast<size_t>(y * kWidth + x)] = colour;
    }
    void box(int x, int y, int width, int height, const Colour &colour)
    {
        for (int py = y; py < y + height; ++py) {
            for (int px = x; px < x + width; ++px)
                set(px, py, colour);
        }
    }
    void disc(int cx, int cy, int rx, int ry, const Colour &colour)
    {
        for (int y = -ry; y <= ry; ++y) {
            const int half = static_cast<int>(
                rx * std::sqrt(std::max(0.0, 1.0 - double(y) * y / (double(ry) * ry))));
            for (int x = -half; x <= half; ++x)
                set(cx + x, cy + y, colour);
        }
    }
    void stroke(int x1, int y1, int x2, int y2, int width, const Colour &colour)
    {
        const int steps = std::max({std::abs(x2 - x1), std::abs(y2 - y1), 1});
        for (int i = 0; i <= steps; ++i)
            disc(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps, width, width, colour);
    }

    QByteArray toPng() const
    {
        QByteArray raw;
        raw.reserve(kHeight * (kWidth * 3 + 1));
        for (int y = 0; y < kHeight; ++y) {
            raw.append('\0');
            for (int x = 0; x < kWidth; ++x) {
                const Colour &c = m_pixels[static_cast<size_t>(y * kWidth + x)];
                raw.append(static_cast<char>(c.red))
                    .append(static_cast<char>(c.green))
                    .append(static_cast<char>(c.blue));
            }
        }
        QByteArray header(13, '\0');
        qToBigEndian(quint32(kWidth), header.data());
        qToBigEndian(quint32(kHeight), header.data() + 4);
        header[8] = 8;
        header[9] = 2;
        QByteArray png("\x89PNG\r\n\x1a\n", 8);
        png += chunk("IHDR", header);
        // qCompress puts a length of four bytes before the zlib stream.
        png += chunk("IDAT", qCompress(raw, 6).mid(4));
        png += chunk("IEND", {});
        return png;
    }

private:
    static quint32 crc(const QByteArray &bytes)
    {
        static const std::array<quint32, 256> table = [] {
            std::array<quint32, 256> t{};
            for (quint32 n = 0; n < 256; ++n) {
                quint32 c = n;
                for (int k = 0; k < 8; ++k)
                    c = (c & 1U) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
                t[n] = c;
            }
            return t;
        }();
        quint32 c = 0xFFFFFFFFU;
        for (const char byte : bytes)
            c = table[(c ^ static_cast<quint8>(byte)) & 0xFFU] ^ (c >> 8);
        return c ^ 0xFFFFFFFFU;
    }
    static QByteArray chunk(const char *type, const QByteArray &data)
    {
        const QByteArray body = QByteArray(type, 4) + data;
        QByteArray result(4, '\0');
        qToBigEndian(quint32(data.size()), result.data());
        result += body;
        QByteArray check(4, '\0');
        qToBigEndian(crc(body), check.data());
        return result + check;
    }

    std::vector<Colour> m_pixels;
};

void drawGround(Picture &picture, bool paved, Dice &dice)
{
    const Colour base = paved ? Colour{176, 170, 160} : Colour{104, 107, 110};
    const double light = dice.between(0.85, 1.1);
    for (int y = 0; y < kHeight; y += 6) {
        for (int x = 0; x < kWidth; x += 6)
            picture.box(
                x, y, 6, 6,
                shaded(base, light * (0.86 + 0.22 * y / kHeight) * dice.between(0.96, 1.04)));
    }
    if (!paved) {
        picture.box(0, 40, kWidth, 16, {190, 188, 182});
        picture.box(0, 56, kWidth, 4, {70, 70, 70});
        return;
    }
    for (int y = 20; y < kHeight; y += 40)
        picture.box(0, y, kWidth, 2, {140, 134, 126});
    for (int x = 20; x < kWidth; x += 60)
        picture.box(x, 0, 2, kHeight, {146, 140, 132});
}

void drawManhole(Picture &picture, bool after, Dice &dice)
{
    picture.disc(240, 190, 124, 96, {62, 62, 64});
    picture.disc(240, 190, 114, 87, {96, 92, 88});
    for (int y = 120; y < 270; y += 18)
        picture.stroke(150, y, 330, y, 2, {74, 70, 68});
    if (after)
        return;
    const int side = dice.chance(0.5) ? 1 : -1;
    picture.disc(240 + side * 74, 214, 42, 34, {18, 18, 20});
    picture.stroke(240, 190, 240 + side * 60, 120, 3, {28, 28, 30});
}

void drawBin(Picture &picture, bool after, Dice &dice)
{
    picture.box(180, 90, 120, 200, {52, 92, 70});
    picture.box(172, 78, 136, 20, {40, 70, 54});
    picture.box(200, 120, 80, 34, {24, 30, 28});
    if (after)
        return;
    for (int i = 0; i < 16; ++i)
        picture.disc(dice.whole(130, 350), dice.whole(280, 330), dice.whole(8, 20),
                     dice.whole(6, 12),
                     {dice.whole(120, 230), dice.whole(110, 210), dice.whole(100, 200)});
}

void drawLamp(Picture &picture, bool after, Dice &dice)
{
    const int lean = after ? 0 : dice.whole(30, 70);
    picture.stroke(240, 340, 240 + lean, 60, 6, {92, 96, 100});
    picture.stroke(240 + lean, 60, 330 + lean, 50, 5, {92, 96, 100});
    picture.disc(336 + lean, 54, 26, 10, after ? Colour{255, 244, 200} : Colour{60, 60, 64});
}

void drawHeap(Picture &picture, bool after, Dice &dice)
{
    if (after)
        return;
    for (int i = 0; i < 46; ++i) {
        const int x = dice.whole(120, 360);
        const int y = 300 - static_cast<int>(dice.unit() * (130 - std::abs(x - 240) * 0.8));
        picture.disc(x, y, dice.whole(10, 30), dice.whole(8, 20),
                     {dice.whole(70, 220), dice.whole(70, 200), dice.whole(60, 190)});
    }
}

void drawStall(Picture &picture, bool after, Dice &dice)
{
    picture.box(0, 0, kWidth, 130, {150, 120, 100});
    picture.box(40, 20, 150, 110, {86, 110, 130});
    picture.box(240, 20, 180, 110, {98, 120, 138});
    if (after)
        return;
    picture.box(130, 190, 220, 90, {120, 84, 52});
    picture.box(110, 150, 260, 26, {190, 60, 50});
    for (int i = 0; i < 30; ++i)
        picture.disc(dice.whole(140, 340), dice.whole(190, 215), 9, 9,
                     {dice.whole(180, 240), dice.whole(90, 170), 50});
}

void drawBicycles(Picture &picture, bool after, Dice &dice)
{
    const int count = after ? 5 : 9;
    for (int i = 0; i < count; ++i) {
        const int x = after ? 60 + i * 80 : dice.whole(40, 420);
        const int y = after ? 120 : dice.whole(150, 300);
        const Colour frame{dice.whole(40, 220), dice.whole(80, 180), dice.whole(60, 220)};
        for (const int wheel : {-26, 26}) {
            picture.disc(x + wheel, y, 20, 20, {30, 30, 32});
            picture.disc(x + wheel, y, 15, 15, {168, 162, 152});
        }
        picture.stroke(x - 26, y, x, y - 30, 3, frame);
        picture.stroke(x, y - 30, x + 26, y, 3, frame);
    }
}

void drawCrack(Picture &picture, bool after, Dice &dice)
{
    if (after) {
        picture.box(130, 140, 220, 130, {74, 76, 78});
        return;
    }
    int x = 120;
    int y = 220;
    for (int i = 0; i < 12; ++i) {
        const int nx = x + dice.whole(12, 30);
        const int ny = y + dice.whole(-26, 26);
        picture.stroke(x, y, nx, ny, 4, {34, 34, 36});
        x = nx;
        y = ny;
    }
    picture.disc(250, 220, 66, 40, {58, 56, 54});
}

} // namespace

QByteArray drawPhoto(const QString &kind, bool after, Dice dice)
{
    Picture picture;
    const bool road = kind == QLatin1String("manhole") || kind == QLatin1String("crack");
    drawGround(picture, !road, dice);
    if (kind == QLatin1String("manhole"))
        drawManhole(picture, after, dice);
    else if (kind == QLatin1String("bin"))
        drawBin(picture, after, dice);
    else if (kind == QLatin1String("lamp"))
        drawLamp(picture, after, dice);
    else if (kind == QLatin1String("stall"))
        drawStall(picture, after, dice);
    else if (kind == QLatin1String("bicycle"))
        drawBicycles(picture, after, dice);
    else if (kind == QLatin1String("crack"))
        drawCrack(picture, after, dice);
    else
        drawHeap(picture, after, dice);
    return picture.toPng();
}

} // namespace gridhall::democity
