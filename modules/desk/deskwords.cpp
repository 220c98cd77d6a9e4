// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/deskwords.h>

#include <look/words.h>

#include <QCoreApplication>
#include <QHash>

namespace gridhall::desk {

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("desk", text);
}

using Words = QHash<QString, const char *>;

QString wordOr(const Words &words, const QString &id)
{
    const char *text = words.value(id);
    return text ? word(text) : id;
}

const Words &stateWords()
{
    static const Words words{
        {cases::state::kToAccept, QT_TRANSLATE_NOOP("desk", "To accept")},
        {cases::state::kConfirming, QT_TRANSLATE_NOOP("desk", "Confirming")},
        {cases::state::kToFile, QT_TRANSLATE_NOOP("desk", "To file")},
        {cases::state::kToDispatch, QT_TRANSLATE_NOOP("desk", "To dispatch")},
        {cases::state::kToHandle, QT_TRANSLATE_NOOP("desk", "To handle")},
        {cases::state::kHandling, QT_TRANSLATE_NOOP("desk", "Handling")},
        {cases::state::kSuspended, QT_TRANSLATE_NOOP("desk", "Suspended")},
        {cases::state::kToVerify, QT_TRANSLATE_NOOP("desk", "To verify")},
        {cases::state::kVerifying, QT_TRANSLATE_NOOP("desk", "Verifying")},
        {cases::state::kToClose, QT_TRANSLATE_NOOP("desk", "To close")},
        {cases::state::kClosed, QT_TRANSLATE_NOOP("desk", "Closed")},
        {cases::state::kForcedClosed, QT_TRANSLATE_NOOP("desk", "Closed by force")},
        {cases::state::kNotAccepted, QT_TRANSLATE_NOOP("desk", "Not accepted")},
        {cases::state::kVoided, QT_TRANSLATE_NOOP("desk", "Void")}};
    return words;
}

const Words &actionWords()
{
    static const Words words{
        {cases::action::kReport, QT_TRANSLATE_NOOP("desk", "Report")},
        {cases::action::kRegister, QT_TRANSLATE_NOOP("desk", "Register")},
        {cases::action::kSendConfirm, QT_TRANSLATE_NOOP("desk", "Send to confirm")},
        {cases::action::kConfirm, QT_TRANSLATE_NOOP("desk", "Confirmed on site")},
        {cases::action::kAccept, QT_TRANSLATE_NOOP("desk", "Accept")},
        {cases::action::kRefuse, QT_TRANSLATE_NOOP("desk", "Do not accept")},
        {cases::action::kFile, QT_TRANSLATE_NOOP("desk", "File")},
        {cases::action::kDispatch, QT_TRANSLATE_NOOP("desk", "Dispatch")},
        {cases::action::kSign, QT_TRANSLATE_NOOP("desk", "Sign")},
        {cases::action::kHandle, QT_TRANSLATE_NOOP("desk", "Handled")},
        {cases::action::kSendVerify, QT_TRANSLATE_NOOP("desk", "Send to verify")},
        {cases::action::kVerifyPass, QT_TRANSLATE_NOOP("desk", "Passed")},
        {cases::action::kVerifyFail, QT_TRANSLATE_NOOP("desk", "Failed, rework")},
        {cases::action::kClose, QT_TRANSLATE_NOOP("desk", "Close")},
        {QStringLiteral("return_accept"), QT_TRANSLATE_NOOP("desk", "Return to acceptance")},
        {QStringLiteral("return"), QT_TRANSLATE_NOOP("desk", "Return")},
        {QStringLiteral("return_verify"), QT_TRANSLATE_NOOP("desk", "Verify again")},
        {QStringLiteral("return_dispatch"), QT_TRANSLATE_NOOP("desk", "Return to dispatch")},
        {QStringLiteral("void"), QT_TRANSLATE_NOOP("desk", "Void")},
        {QStringLiteral("suspend"), QT_TRANSLATE_NOOP("desk", "Suspend")},
        {QStringLiteral("resume"), QT_TRANSLATE_NOOP("desk", "Resume")},
        {QStringLiteral("extend"), QT_TRANSLATE_NOOP("desk", "Extend")},
        {QStringLiteral("urge"), QT_TRANSLATE_NOOP("desk", "Urge")},
        {QStringLiteral("supervise"), QT_TRANSLATE_NOOP("desk", "Supervise")},
        {QStringLiteral("force_close"), QT_TRANSLATE_NOOP("desk", "Close by force")}};
    return words;
}

const Words &sourceWords()
{
    static const Words words{
        {QStringLiteral("patroller"), QT_TRANSLATE_NOOP("desk", "Patroller")},
        {QStringLiteral("hotline"), QT_TRANSLATE_NOOP("desk", "Hotline 12319")},
        {QStringLiteral("video"), QT_TRANSLATE_NOOP("desk", "Video")},
        {QStringLiteral("wechat"), QT_TRANSLATE_NOOP("desk", "WeChat")},
        {QStringLiteral("web"), QT_TRANSLATE_NOOP("desk", "Web")},
        {QStringLiteral("leader"), QT_TRANSLATE_NOOP("desk", "Leader")},
        {QStringLiteral("transfer"), QT_TRANSLATE_NOOP("desk", "Department transfer")},
        {QStringLiteral("sensor"), QT_TRANSLATE_NOOP("desk", "Sensor")}};
    return words;
}

const Words &doneWords()
{
    static const Words words{
        {cases::action::kSendConfirm, QT_TRANSLATE_NOOP("desk", "Sent to confirm")},
        {cases::action::kConfirm, QT_TRANSLATE_NOOP("desk", "Confirmed")},
        {cases::action::kAccept, QT_TRANSLATE_NOOP("desk", "Accepted")},
        {cases::action::kRefuse, QT_TRANSLATE_NOOP("desk", "Not accepted")},
        {cases::action::kFile, QT_TRANSLATE_NOOP("desk", "Filed")},
        {cases::action::kDispatch, QT_TRANSLATE_NOOP("desk", "Dispatched")},
        {cases::action::kSign, QT_TRANSLATE_NOOP("desk", "Signed")},
        {cases::action::kHandle, QT_TRANSLATE_NOOP("desk", "Handled")},
        {cases::action::kSendVerify, QT_TRANSLATE_NOOP("desk", "Sent to verify")},
        {cases::action::kVerifyPass, QT_TRANSLATE_NOOP("desk", "Passed")},
        {cases::action::kVerifyFail, QT_TRANSLATE_NOOP("desk", "Sent back for rework")},
        {cases::action::kClose, QT_TRANSLATE_NOOP("desk", "Closed")}};
    return words;
}

} // namespace

QString stateWord(const QString &stateId)
{
    return wordOr(stateWords(), stateId);
}
QString actionWord(const QString &actionId)
{
    return wordOr(actionWords(), actionId);
}
QString sourceWord(const QString &source)
{
    return wordOr(sourceWords(), source);
}

QString doneWord(const QString &actionId)
{
    const char *text = doneWords().value(actionId);
    return text ? word(text) : actionWord(actionId);
}

QString lightWord(cases::Light light)
{
    switch (light) {
    case cases::Light::OnTime:
        return QCoreApplication::translate("desk", "On time");
    case cases::Light::DueSoon:
        return QCoreApplication::translate("desk", "Due soon");
    case cases::Light::Overdue:
        return QCoreApplication::translate("desk", "Overdue");
    case cases::Light::Suspended:
        return QCoreApplication::translate("desk", "Suspended");
    case cases::Light::Closed:
        return QCoreApplication::translate("desk", "Closed");
    case cases::Light::None:
        break;
    }
    return {};
}

QString limitWord(const catalog::Limit &limit)
{
    switch (limit.unit) {
    case catalog::LimitUnit::UrgentHour:
        return QCoreApplication::translate("desk", "%1 urgent h").arg(limit.value);
    case catalog::LimitUnit::WorkingHour:
        return QCoreApplication::translate("desk", "%1 working h").arg(limit.value);
    case catalog::LimitUnit::WorkingDay:
        return QCoreApplication::translate("desk", "%1 working days").arg(limit.value);
    case catalog::LimitUnit::None:
        break;
    }
    return {};
}

QString suggestionWord(cases::SuggestionReason reason)
{
    switch (reason) {
    case cases::SuggestionReason::ComponentMaintainer:
        return QCoreApplication::translate("desk", "Maintains this component");
    case cases::SuggestionReason::ComponentOwner:
        return QCoreApplication::translate("desk", "Owns this component");
    case cases::SuggestionReason::ConditionUnit:
        return QCoreApplication::translate("desk", "Named by the filing condition");
    case cases::SuggestionReason::StreetOffice:
        return QCoreApplication::translate("desk", "Street office of this grid");
    case cases::SuggestionReason::None:
        break;
    }
    return {};
}

QString activityWord(tracking::Activity activity)
{
    switch (activity) {
    case tracking::Activity::Patrolling:
        return QCoreApplication::translate("desk", "Patrolling");
    case tracking::Activity::Reporting:
        return QCoreApplication::translate("desk", "Reporting");
    case tracking::Activity::Confirming:
        return QCoreApplication::translate("desk", "Confirming");
    case tracking::Activity::Verifying:
        return QCoreApplication::translate("desk", "Verifying");
    case tracking::Activity::OffDuty:
        return QCoreApplication::translate("desk", "Off duty");
    case tracking::Activity::None:
        break;
    }
    return {};
}

QString classKindWord(catalog::ClassKind kind)
{
    return kind == catalog::ClassKind::Component ? QCoreApplication::translate("desk", "Component")
           : kind == catalog::ClassKind::Event   ? QCoreApplication::translate("desk", "Event")
                                                 : QString();
}

QString metresWord(double metres)
{
    if (metres >= 9950)
        return QCoreApplication::translate("desk", "%1 km").arg(metres / 1000, 0, 'f', 0);
    if (metres >= 995)
        return QCoreApplication::translate("desk", "%1 km").arg(metres / 1000, 0, 'f', 1);
    return QCoreApplication::translate("desk", "%1 m").arg(qRound(metres));
}

bool isChineseScreen()
{
    //: Not shown. The translation into Chinese is "zh".
    return QCoreApplication::translate("desk", "language of this screen") == QLatin1String("zh");
}

QString numberText(const QString &number)
{
    return number.size() == 13 ? number.left(8) + QLatin1Char(' ') + number.mid(8) : number;
}

QString shortNumber(const QString &number)
{
    return number.right(5);
}

QString countdownText(qint64 secsLeft)
{
    const qint64 secs = qAbs(secsLeft);
    const QString sign = secsLeft < 0 ? QStringLiteral("+") : QString();
    if (secs >= 86400)
        return sign + look::ageText(secs);
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (secs >= 3600)
        return sign + QStringLiteral("%1:%2:%3")
                          .arg(QString::number(secs / 3600), two(secs / 60 % 60), two(secs % 60));
    return sign + two(secs / 60) + QLatin1Char(':') + two(secs % 60);
}

QString classDigits(const QString &classCode)
{
    return classCode.isEmpty() || classCode.at(0).isDigit() ? classCode : classCode.mid(1);
}

QKeySequence stepKey(const QString &actionId)
{
    // Taken already by the window: N arrivals, V compare, Z undo.
    static const QHash<QString, QString> keys{
        {cases::action::kAccept, QStringLiteral("A")},
        {cases::action::kRefuse, QStringLiteral("R")},
        {cases::action::kSendConfirm, QStringLiteral("C")},
        {cases::action::kConfirm, QStringLiteral("Y")},
        {cases::action::kFile, QStringLiteral("F")},
        {cases::action::kDispatch, QStringLiteral("D")},
        {cases::action::kSign, QStringLiteral("S")},
        {cases::action::kHandle, QStringLiteral("H")},
        {cases::action::kSendVerify, QStringLiteral("K")},
        {cases::action::kVerifyPass, QStringLiteral("P")},
        {cases::action::kVerifyFail, QStringLiteral("B")},
        {cases::action::kClose, QStringLiteral("X")},
        {QStringLiteral("return_accept"), QStringLiteral("T")},
        {QStringLiteral("return"), QStringLiteral("T")},
        {QStringLiteral("return_verify"), QStringLiteral("T")},
        {QStringLiteral("return_dispatch"), QStringLiteral("J")},
        {QStringLiteral("void"), QStringLiteral("W")},
        {QStringLiteral("suspend"), QStringLiteral("I")},
        {QStringLiteral("resume"), QStringLiteral("M")},
        {QStringLiteral("extend"), QStringLiteral("E")},
        {QStringLiteral("urge"), QStringLiteral("U")},
        {QStringLiteral("supervise"), QStringLiteral("G")},
        {QStringLiteral("force_close"), QStringLiteral("Q")}};
    return QKeySequence(keys.value(actionId));
}

QStringList phrasesFor(const QString &actionId)
{
    if (actionId == cases::action::kRefuse)
        return {word(QT_TRANSLATE_NOOP("desk", "Not within the scope of city management")),
                word(QT_TRANSLATE_NOOP("desk", "Reported before")),
                word(QT_TRANSLATE_NOOP("desk", "Place or matter unclear"))};
    if (actionId == cases::action::kHandle)
        return {word(QT_TRANSLATE_NOOP("desk", "Repaired, site cleared")),
                word(QT_TRANSLATE_NOOP("desk", "Replaced with a new one")),
                word(QT_TRANSLATE_NOOP("desk", "Cleaned up"))};
    if (actionId == cases::action::kVerifyPass)
        return {word(QT_TRANSLATE_NOOP("desk", "Meets the closing condition")),
                word(QT_TRANSLATE_NOOP("desk", "Restored, passable"))};
    if (actionId == cases::action::kVerifyFail)
        return {word(QT_TRANSLATE_NOOP("desk", "Not handled")),
                word(QT_TRANSLATE_NOOP("desk", "Handled in part only")),
                word(QT_TRANSLATE_NOOP("desk", "Photo does not match the place"))};
    if (actionId == cases::action::kConfirm)
        return {word(QT_TRANSLATE_NOOP("desk", "As reported")),
                word(QT_TRANSLATE_NOOP("desk", "Nothing found on site"))};
    if (actionId.startsWith(QLatin1String("return")))
        return {word(QT_TRANSLATE_NOOP("desk", "Wrong class")),
                word(QT_TRANSLATE_NOOP("desk", "Not our duty")),
                word(QT_TRANSLATE_NOOP("desk", "Material incomplete"))};
    return {};
}

QStringList seatSources()
{
    return {QStringLiteral("hotline"), QStringLiteral("video"),  QStringLiteral("wechat"),
            QStringLiteral("web"),     QStringLiteral("leader"), QStringLiteral("transfer")};
}

} // namespace gridhall::desk
