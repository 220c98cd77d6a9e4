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
        {QStringLiteral("to_accept"), QT_TRANSLATE_NOOP("desk", "To accept")},
        {QStringLiteral("confirming"), QT_TRANSLATE_NOOP("desk", "Confirming")},
        {QStringLiteral("self_review"), QT_TRANSLATE_NOOP("desk", "Self-handled, to review")},
        {QStringLiteral("to_file"), QT_TRANSLATE_NOOP("desk", "To file")},
        {QStringLiteral("to_dispatch"), QT_TRANSLATE_NOOP("desk", "To dispatch")},
        {QStringLiteral("void_review"), QT_TRANSLATE_NOOP("desk", "Voiding under review")},
        {QStringLiteral("to_handle"), QT_TRANSLATE_NOOP("desk", "To handle")},
        {QStringLiteral("handling"), QT_TRANSLATE_NOOP("desk", "Handling")},
        {QStringLiteral("return_review"), QT_TRANSLATE_NOOP("desk", "Return under review")},
        {QStringLiteral("extension_review"), QT_TRANSLATE_NOOP("desk", "Extension under review")},
        {QStringLiteral("suspension_review"), QT_TRANSLATE_NOOP("desk", "Suspension under review")},
        {QStringLiteral("suspended"), QT_TRANSLATE_NOOP("desk", "Suspended")},
        {QStringLiteral("to_verify"), QT_TRANSLATE_NOOP("desk", "To verify")},
        {QStringLiteral("verifying"), QT_TRANSLATE_NOOP("desk", "Verifying")},
        {QStringLiteral("to_close"), QT_TRANSLATE_NOOP("desk", "To close")},
        {QStringLiteral("closed"), QT_TRANSLATE_NOOP("desk", "Closed")},
        {QStringLiteral("self_closed"), QT_TRANSLATE_NOOP("desk", "Closed, self-handled")},
        {QStringLiteral("forced_closed"), QT_TRANSLATE_NOOP("desk", "Closed by force")},
        {QStringLiteral("not_accepted"), QT_TRANSLATE_NOOP("desk", "Not accepted")},
        {QStringLiteral("voided"), QT_TRANSLATE_NOOP("desk", "Voided")}};
    return words;
}

const Words &actionWords()
{
    static const Words words{
        {QStringLiteral("report"), QT_TRANSLATE_NOOP("desk", "Report")},
        {QStringLiteral("register"), QT_TRANSLATE_NOOP("desk", "Register")},
        {QStringLiteral("self_handle"), QT_TRANSLATE_NOOP("desk", "Handle oneself")},
        {QStringLiteral("approve_self_handling"),
         QT_TRANSLATE_NOOP("desk", "Approve self-handling")},
        {QStringLiteral("reject_self_handling"), QT_TRANSLATE_NOOP("desk", "Reject self-handling")},
        {QStringLiteral("send_confirm"), QT_TRANSLATE_NOOP("desk", "Send to confirm")},
        {QStringLiteral("confirm"), QT_TRANSLATE_NOOP("desk", "Confirmed on site")},
        {QStringLiteral("confirm_unfounded"), QT_TRANSLATE_NOOP("desk", "Unfounded on site")},
        {QStringLiteral("accept"), QT_TRANSLATE_NOOP("desk", "Accept")},
        {QStringLiteral("refuse"), QT_TRANSLATE_NOOP("desk", "Do not accept")},
        {QStringLiteral("close_confirmed"), QT_TRANSLATE_NOOP("desk", "Close after confirming")},
        {QStringLiteral("file"), QT_TRANSLATE_NOOP("desk", "File")},
        {QStringLiteral("return_to_accept"), QT_TRANSLATE_NOOP("desk", "Return to acceptance")},
        {QStringLiteral("void"), QT_TRANSLATE_NOOP("desk", "Void")},
        {QStringLiteral("dispatch"), QT_TRANSLATE_NOOP("desk", "Dispatch")},
        {QStringLiteral("apply_void"), QT_TRANSLATE_NOOP("desk", "Ask to void")},
        {QStringLiteral("approve_void"), QT_TRANSLATE_NOOP("desk", "Approve voiding")},
        {QStringLiteral("reject_void"), QT_TRANSLATE_NOOP("desk", "Reject voiding")},
        {QStringLiteral("sign"), QT_TRANSLATE_NOOP("desk", "Sign for")},
        {QStringLiteral("apply_return"), QT_TRANSLATE_NOOP("desk", "Ask to return")},
        {QStringLiteral("approve_return"), QT_TRANSLATE_NOOP("desk", "Approve return")},
        {QStringLiteral("reject_return"), QT_TRANSLATE_NOOP("desk", "Reject return")},
        {QStringLiteral("apply_extension"), QT_TRANSLATE_NOOP("desk", "Ask for extension")},
        {QStringLiteral("approve_extension"), QT_TRANSLATE_NOOP("desk", "Approve extension")},
        {QStringLiteral("reject_extension"), QT_TRANSLATE_NOOP("desk", "Reject extension")},
        {QStringLiteral("apply_suspension"), QT_TRANSLATE_NOOP("desk", "Ask to suspend")},
        {QStringLiteral("approve_suspension"), QT_TRANSLATE_NOOP("desk", "Approve suspension")},
        {QStringLiteral("reject_suspension"), QT_TRANSLATE_NOOP("desk", "Reject suspension")},
        {QStringLiteral("resume"), QT_TRANSLATE_NOOP("desk", "Resume")},
        {QStringLiteral("handle"), QT_TRANSLATE_NOOP("desk", "Handling done")},
        {QStringLiteral("send_verify"), QT_TRANSLATE_NOOP("desk", "Send to verify")},
        {QStringLiteral("verify_pass"), QT_TRANSLATE_NOOP("desk", "Pass")},
        {QStringLiteral("verify_fail"), QT_TRANSLATE_NOOP("desk", "Fail, rework")},
        {QStringLiteral("close"), QT_TRANSLATE_NOOP("desk", "Close")},
        {QStringLiteral("return_to_verify"), QT_TRANSLATE_NOOP("desk", "Verify again")},
        {QStringLiteral("return_to_dispatch"), QT_TRANSLATE_NOOP("desk", "Return to dispatch")},
        {QStringLiteral("force_close"), QT_TRANSLATE_NOOP("desk", "Close by force")},
        {QStringLiteral("urge"), QT_TRANSLATE_NOOP("desk", "Urge")},
        {QStringLiteral("supervise"), QT_TRANSLATE_NOOP("desk", "Supervise")},
        {QStringLiteral("reply_supervision"), QT_TRANSLATE_NOOP("desk", "Reply to supervision")},
        {QStringLiteral("evaluate"), QT_TRANSLATE_NOOP("desk", "Evaluate")},
        {QStringLiteral("callback"), QT_TRANSLATE_NOOP("desk", "Call back")},
        {QStringLiteral("appeal"), QT_TRANSLATE_NOOP("desk", "Appeal")},
        {QStringLiteral("endorse_appeal"), QT_TRANSLATE_NOOP("desk", "Endorse appeal")},
        {QStringLiteral("reject_appeal"), QT_TRANSLATE_NOOP("desk", "Reject appeal")},
        {QStringLiteral("uphold_appeal"), QT_TRANSLATE_NOOP("desk", "Uphold appeal")}};
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
    // Different within each state. Taken already by the window: N arrivals, V compare, Z undo.
    static const QHash<QString, QString> keys{
        {QStringLiteral("accept"), QStringLiteral("A")},
        {QStringLiteral("refuse"), QStringLiteral("R")},
        {QStringLiteral("send_confirm"), QStringLiteral("C")},
        {QStringLiteral("close_confirmed"), QStringLiteral("O")},
        {QStringLiteral("confirm"), QStringLiteral("Y")},
        {QStringLiteral("confirm_unfounded"), QStringLiteral("W")},
        {QStringLiteral("approve_self_handling"), QStringLiteral("A")},
        {QStringLiteral("reject_self_handling"), QStringLiteral("R")},
        {QStringLiteral("file"), QStringLiteral("F")},
        {QStringLiteral("return_to_accept"), QStringLiteral("T")},
        {QStringLiteral("void"), QStringLiteral("W")},
        {QStringLiteral("dispatch"), QStringLiteral("D")},
        {QStringLiteral("apply_void"), QStringLiteral("W")},
        {QStringLiteral("approve_void"), QStringLiteral("Y")},
        {QStringLiteral("reject_void"), QStringLiteral("R")},
        {QStringLiteral("sign"), QStringLiteral("S")},
        {QStringLiteral("apply_return"), QStringLiteral("T")},
        {QStringLiteral("approve_return"), QStringLiteral("Y")},
        {QStringLiteral("reject_return"), QStringLiteral("R")},
        {QStringLiteral("apply_extension"), QStringLiteral("E")},
        {QStringLiteral("approve_extension"), QStringLiteral("Y")},
        {QStringLiteral("reject_extension"), QStringLiteral("R")},
        {QStringLiteral("apply_suspension"), QStringLiteral("I")},
        {QStringLiteral("approve_suspension"), QStringLiteral("Y")},
        {QStringLiteral("reject_suspension"), QStringLiteral("R")},
        {QStringLiteral("resume"), QStringLiteral("M")},
        {QStringLiteral("handle"), QStringLiteral("H")},
        {QStringLiteral("send_verify"), QStringLiteral("K")},
        {QStringLiteral("verify_pass"), QStringLiteral("P")},
        {QStringLiteral("verify_fail"), QStringLiteral("B")},
        {QStringLiteral("close"), QStringLiteral("X")},
        {QStringLiteral("return_to_verify"), QStringLiteral("K")},
        {QStringLiteral("return_to_dispatch"), QStringLiteral("T")},
        {QStringLiteral("force_close"), QStringLiteral("Q")},
        {QStringLiteral("urge"), QStringLiteral("U")},
        {QStringLiteral("supervise"), QStringLiteral("G")},
        {QStringLiteral("reply_supervision"), QStringLiteral("L")},
        {QStringLiteral("evaluate"), QStringLiteral("E")},
        {QStringLiteral("callback"), QStringLiteral("L")},
        {QStringLiteral("appeal"), QStringLiteral("J")},
        {QStringLiteral("endorse_appeal"), QStringLiteral("Y")},
        {QStringLiteral("reject_appeal"), QStringLiteral("R")},
        {QStringLiteral("uphold_appeal"), QStringLiteral("P")}};
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
    if (actionId.startsWith(cases::action::kConfirm))
        return {word(QT_TRANSLATE_NOOP("desk", "As reported")),
                word(QT_TRANSLATE_NOOP("desk", "Nothing found on site"))};
    if (actionId.contains(QLatin1String("return")))
        return {word(QT_TRANSLATE_NOOP("desk", "Wrong class")),
                word(QT_TRANSLATE_NOOP("desk", "Not our duty")),
                word(QT_TRANSLATE_NOOP("desk", "Material incomplete"))};
    return {};
}

QStringList openStates()
{
    using namespace cases::state;
    return {kToAccept,
            kConfirming,
            QStringLiteral("self_review"),
            kToFile,
            kToDispatch,
            QStringLiteral("void_review"),
            kToHandle,
            kHandling,
            QStringLiteral("return_review"),
            QStringLiteral("extension_review"),
            QStringLiteral("suspension_review"),
            kSuspended,
            kToVerify,
            kVerifying,
            kToClose};
}

QStringList endStates()
{
    using namespace cases::state;
    return {kClosed, QStringLiteral("self_closed"), kForcedClosed, kNotAccepted, kVoided};
}

QStringList seatSources()
{
    return {QStringLiteral("hotline"), QStringLiteral("video"),  QStringLiteral("wechat"),
            QStringLiteral("web"),     QStringLiteral("leader"), QStringLiteral("transfer")};
}

} // namespace gridhall::desk
