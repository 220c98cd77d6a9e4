// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/messages.h>

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace gridhall::mapwire;

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Message> oneOfEach()
{
    const Box box{497000.25, 3999000.5, 501000.75, 4003000};
    return {
        Hello{kProtocol, "/srv/万和/hall.qgz", "night", 4 * 1024 * 1024, 6},
        HelloReply{
            kProtocol, "万和市", "EPSG:4547", box, {"paper", "night"}, {"建筑", "水系"}, {"部件"}},
        Render{42, 3, "paper", box, 512, 512, 96.0, 128},
        Rendered{42, 3, Outcome::Failed, 71, "the layer is gone"},
        Cancel{42},
        Ping{7},
        Pong{7},
        Failure{FailureKind::ProjectBroken, "/srv/hall.qgz", "no project element"},
    };
}

std::span<const std::uint8_t> contentOf(const Bytes &frame)
{
    return std::span(frame).subspan(4);
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT
private slots:
    void everyMessageComesBackAsItWas();
    void aStreamIsCutIntoItsMessages();
    void anyTruncationIsAnError();
    void trailingBytesAreAnError();
    void anotherProtocolStillTellsItsNumber();
    void aForeignHandshakeIsRecognised();
    void hugeLengthsAreRefusedWithoutAllocating();
    void nonsenseNumbersAreRefused();
    void longListsAreCutToAFrame();
    void flippedBitsAndNoiseNeverBreakTheReader();
};

void TestMessages::everyMessageComesBackAsItWas()
{
    for (const Message &message : oneOfEach()) {
        const Bytes frame = encode(message);
        const Decoded decoded = decode(contentOf(frame));
        QVERIFY(std::holds_alternative<Message>(decoded));
        QVERIFY(std::get<Message>(decoded) == message);
    }
}

void TestMessages::aStreamIsCutIntoItsMessages()
{
    const std::vector<Message> sent = oneOfEach();
    Bytes stream;
    for (const Message &message : sent) {
        const Bytes frame = encode(message);
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    for (const std::size_t chunk :
         {std::size_t(1), std::size_t(3), std::size_t(64), stream.size()}) {
        MessageReader reader;
        std::vector<Message> received;
        for (std::size_t at = 0; at < stream.size(); at += chunk) {
            reader.feed(std::span(stream).subspan(at, std::min(chunk, stream.size() - at)));
            while (const auto decoded = reader.next()) {
                QVERIFY(std::holds_alternative<Message>(*decoded));
                received.push_back(std::get<Message>(*decoded));
            }
        }
        QVERIFY(received == sent);
    }
}

void TestMessages::anyTruncationIsAnError()
{
    for (const Message &message : oneOfEach()) {
        const Bytes frame = encode(message);
        const auto content = contentOf(frame);
        for (std::size_t size = 0; size < content.size(); ++size)
            QVERIFY(std::holds_alternative<DecodeError>(decode(content.first(size))));
        MessageReader reader;
        reader.feed(std::span(frame).first(frame.size() - 1));
        QVERIFY(!reader.next());
    }
}

void TestMessages::trailingBytesAreAnError()
{
    for (const Message &message : oneOfEach()) {
        Bytes frame = encode(message);
        frame.push_back(0);
        const Decoded decoded = decode(contentOf(frame));
        QVERIFY(std::holds_alternative<DecodeError>(decoded));
        QCOMPARE(std::get<DecodeError>(decoded), DecodeError::Malformed);
    }
}

void TestMessages::anotherProtocolStillTellsItsNumber()
{
    const Bytes hello = encode(Hello{kProtocol + 8, "x", "y", 1, 1});
    const Decoded decoded = decode(contentOf(hello));
    QVERIFY(std::holds_alternative<Message>(decoded));
    QCOMPARE(std::get<Hello>(std::get<Message>(decoded)).protocol, kProtocol + 8);
    QVERIFY(std::get<Hello>(std::get<Message>(decoded)).projectPath.empty());

    const Bytes reply = encode(HelloReply{kProtocol + 9, "x", {}, {}, {}, {}, {}});
    const Decoded decodedReply = decode(contentOf(reply));
    QVERIFY(std::holds_alternative<Message>(decodedReply));
    QCOMPARE(std::get<HelloReply>(std::get<Message>(decodedReply)).protocol, kProtocol + 9);
}

void TestMessages::aForeignHandshakeIsRecognised()
{
    Bytes hello = encode(Hello{});
    hello[5] ^= 0xff;
    const Decoded decoded = decode(contentOf(hello));
    QVERIFY(std::holds_alternative<DecodeError>(decoded));
    QCOMPARE(std::get<DecodeError>(decoded), DecodeError::BadMagic);
}

void TestMessages::hugeLengthsAreRefusedWithoutAllocating()
{
    MessageReader reader;
    const Bytes huge = {0xff, 0xff, 0xff, 0xff, 1, 2, 3};
    reader.feed(huge);
    const auto first = reader.next();
    QVERIFY(first && std::holds_alternative<DecodeError>(*first));
    QCOMPARE(std::get<DecodeError>(*first), DecodeError::FrameTooLong);
    reader.feed(encode(Ping{1}));
    const auto second = reader.next();
    QVERIFY(second && std::holds_alternative<DecodeError>(*second));

    // A text and a list that claim more than there is.
    Bytes failure = encode(Failure{FailureKind::BadRequest, "abc", ""});
    failure[6] = failure[7] = failure[8] = failure[9] = 0xff;
    QVERIFY(std::holds_alternative<DecodeError>(decode(contentOf(failure))));
    Bytes reply = encode(HelloReply{});
    for (std::size_t at = reply.size() - 4; at < reply.size(); ++at)
        reply[at] = 0x7f;
    QVERIFY(std::holds_alternative<DecodeError>(decode(contentOf(reply))));
}

void TestMessages::nonsenseNumbersAreRefused()
{
    const auto refused = [](const Message &message) {
        const Bytes frame = encode(message);
        const Decoded decoded = decode(contentOf(frame));
        const DecodeError *error = std::get_if<DecodeError>(&decoded);
        return error && *error == DecodeError::Malformed;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const Box good{0, 0, 1, 1};
    QVERIFY(!refused(Render{1, 0, "", good, 8, 8, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", {nan, 0, 1, 1}, 8, 8, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", {0, 0, inf, 1}, 8, 8, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", {1, 0, 1, 1}, 8, 8, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", good, 0, 8, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", good, 8, kMaxTilePx + 1, 96, 0}));
    QVERIFY(refused(Render{1, 0, "", good, 8, 8, 0, 0}));
    QVERIFY(refused(Render{1, 0, "", good, 8, 8, nan, 0}));
    QVERIFY(refused(Rendered{1, 0, Outcome::None, 1, ""}));
    QVERIFY(refused(Rendered{1, 0, static_cast<Outcome>(200), 1, ""}));
    QVERIFY(refused(Failure{static_cast<FailureKind>(99), "", ""}));
    QCOMPARE(std::get<DecodeError>(decode(Bytes{200, 1, 2})), DecodeError::UnknownType);
    QCOMPARE(std::get<DecodeError>(decode(Bytes{})), DecodeError::Malformed);
}

void TestMessages::longListsAreCutToAFrame()
{
    HelloReply reply;
    reply.title = std::string(kMaxTextBytes * 2, 't');
    reply.layers.assign(50'000, std::string(300, 'l'));
    reply.missingLayers.assign(50'000, "m");
    const Bytes frame = encode(reply);
    QVERIFY(frame.size() <= kMaxFrameBytes + 4);
    const Decoded decoded = decode(contentOf(frame));
    QVERIFY(std::holds_alternative<Message>(decoded));
    const auto &back = std::get<HelloReply>(std::get<Message>(decoded));
    QCOMPARE(back.title.size(), kMaxTextBytes);
    QVERIFY(!back.layers.empty());
    QCOMPARE(back.missingLayers.size(), kMaxListItems);
}

void TestMessages::flippedBitsAndNoiseNeverBreakTheReader()
{
    std::mt19937 random(20261124);
    const std::vector<Message> messages = oneOfEach();
    int errors = 0;
    for (int round = 0; round < 20'000; ++round) {
        Bytes frame = encode(messages[random() % messages.size()]);
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
            frame[random() % frame.size()] ^= static_cast<std::uint8_t>(1u << (random() % 8));
        MessageReader reader;
        reader.feed(frame);
        if (const auto decoded = reader.next())
            errors += std::holds_alternative<DecodeError>(*decoded);
    }
    QVERIFY(errors > 1000);
    for (int round = 0; round < 20'000; ++round) {
        Bytes noise(random() % 200);
        for (std::uint8_t &byte : noise)
            byte = static_cast<std::uint8_t>(random());
        // Half of the noise gets a type that exists, so that it reaches the fields.
        if (!noise.empty() && round % 2 == 0)
            noise[0] = static_cast<std::uint8_t>(1 + random() % 8);
        const Decoded decoded = decode(noise);
        // What noise happens to decode to must be encodable again.
        if (const Message *message = std::get_if<Message>(&decoded))
            QVERIFY(encode(*message).size() <= kMaxFrameBytes + 4);
        MessageReader reader;
        reader.feed(noise);
        for (int i = 0; i < 50 && reader.next(); ++i) {
        }
    }
}

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
