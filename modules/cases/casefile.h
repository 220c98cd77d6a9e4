// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <catalog/catalog.h>
#include <geo/lonlat.h>

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridhall::cases {

// States and actions are rows of workflow_state and workflow_transition; these are the ids that the
// program itself must name. Words on screen come from the tables and translations, never from here.
namespace state {
inline const QString kToAccept = QStringLiteral("to_accept");                 ///< 待受理
inline const QString kConfirming = QStringLiteral("confirming");              ///< 待核实
inline const QString kToFile = QStringLiteral("to_file");                     ///< 待立案
inline const QString kToDispatch = QStringLiteral("to_dispatch");             ///< 待派遣
inline const QString kToHandle = QStringLiteral("to_handle");                 ///< 待处置
inline const QString kHandling = QStringLiteral("handling");                  ///< 处置中
inline const QString kSuspended = QStringLiteral("suspended");                ///< 挂账
inline const QString kToVerify = QStringLiteral("to_verify");                 ///< 待核查
inline const QString kVerifying = QStringLiteral("verifying");                ///< 核查中
inline const QString kSelfReview = QStringLiteral("self_review");             ///< 自处理待审
inline const QString kVoidReview = QStringLiteral("void_review");             ///< 作废审批
inline const QString kReturnReview = QStringLiteral("return_review");         ///< 回退审批
inline const QString kExtensionReview = QStringLiteral("extension_review");   ///< 延期审批
inline const QString kSuspensionReview = QStringLiteral("suspension_review"); ///< 挂账审批
inline const QString kToClose = QStringLiteral("to_close");                   ///< 待结案
inline const QString kClosed = QStringLiteral("closed");                      ///< 已结案
inline const QString kSelfClosed = QStringLiteral("self_closed");             ///< 自处理结案
inline const QString kForcedClosed = QStringLiteral("forced_closed");         ///< 强制结案
inline const QString kNotAccepted = QStringLiteral("not_accepted");           ///< 不予受理
inline const QString kVoided = QStringLiteral("voided");                      ///< 作废
} // namespace state

namespace action {
inline const QString kReport = QStringLiteral("report");                      ///< 上报
inline const QString kRegister = QStringLiteral("register");                  ///< 登记
inline const QString kSendConfirm = QStringLiteral("send_confirm");           ///< 下发核实
inline const QString kConfirm = QStringLiteral("confirm");                    ///< 核实反馈
inline const QString kAccept = QStringLiteral("accept");                      ///< 受理
inline const QString kRefuse = QStringLiteral("refuse");                      ///< 不予受理
inline const QString kFile = QStringLiteral("file");                          ///< 立案
inline const QString kDispatch = QStringLiteral("dispatch");                  ///< 派遣
inline const QString kSign = QStringLiteral("sign");                          ///< 签收
inline const QString kHandle = QStringLiteral("handle");                      ///< 处置完成, 转核查
inline const QString kSendVerify = QStringLiteral("send_verify");             ///< 下发核查
inline const QString kVerifyPass = QStringLiteral("verify_pass");             ///< 核查通过
inline const QString kVerifyFail = QStringLiteral("verify_fail");             ///< 核查不通过, 返工
inline const QString kClose = QStringLiteral("close");                        ///< 结案
inline const QString kSelfHandle = QStringLiteral("self_handle");             ///< 自行处置
inline const QString kConfirmUnfounded = QStringLiteral("confirm_unfounded"); ///< 核实不属实
inline const QString kApproveReturn = QStringLiteral("approve_return");       ///< 同意回退
inline const QString kApplyExtension = QStringLiteral("apply_extension");     ///< 申请延期
inline const QString kApproveExtension = QStringLiteral("approve_extension"); ///< 同意延期
inline const QString kApplySuspension = QStringLiteral("apply_suspension");   ///< 申请挂账
inline const QString kApproveSuspension = QStringLiteral("approve_suspension"); ///< 同意挂账
inline const QString kResume = QStringLiteral("resume");                        ///< 恢复处置
inline const QString kReturnToVerify = QStringLiteral("return_to_verify");      ///< 退回核查
inline const QString kReturnToDispatch = QStringLiteral("return_to_dispatch");  ///< 退回派遣
inline const QString kUrge = QStringLiteral("urge");                            ///< 催办
inline const QString kSupervise = QStringLiteral("supervise");                  ///< 督办
inline const QString kUpholdAppeal = QStringLiteral("uphold_appeal");           ///< 申诉终审通过
} // namespace action

/// The light of a case: what colour and shape it has everywhere.
enum class Light { None = 0, OnTime, DueSoon, Overdue, Suspended, Closed };

/// Tags of media (domain 4.5).
enum class MediaUse { None = 0, Report, Confirm, Handle, Verify, SelfHandle };

struct Media
{
    QString sha256;
    MediaUse use = MediaUse::None;
    QString mimeType;
    QDateTime addedUtc;
    QString addedBy;
};

/// A case 案卷 as it stands: the latest state of its chain of events.
struct CaseFile
{
    Id id;
    QString number; ///< yyyyMMdd + 5 digits
    QString state;
    QString source; ///< "patroller", "hotline", "video", …
    QString edition;
    QString classCode; ///< "C0101"
    QString className;
    QString description;
    QString address;
    geo::LonLat at;
    QString unitGridCode;
    QString responsibilityGridCode;
    QString componentCode;
    Id reporter;
    QString reporterName;
    QString callerName;
    QString callerPhone;
    Id conditionId;
    QString conditionText;
    catalog::Limit limit;
    Id handlingUnit;
    QString handlingUnitName;
    Id taskPerson; ///< the patroller of an open confirm or verify task
    QDateTime reportedUtc;
    QDateTime stageSinceUtc;
    QDateTime filedUtc;
    QDateTime dispatchedUtc;
    QDateTime dueSoonUtc;  ///< when the light turns yellow, by the limit's own clock
    QDateTime deadlineUtc; ///< of handling; invalid before dispatch and while suspended
    QDateTime suspendedUntilUtc;
    QDateTime handledUtc;
    QDateTime closedUtc;
    std::optional<bool> handledOnTime; ///< fixed when handling ends, never recomputed
    bool overdueExempt = false;        ///< an appeal was upheld; handledOnTime stays as it was
    int reworkCount = 0;
    int extensionCount = 0;
    bool urged = false;
    bool supervised = false;
    qint64 version = 0; ///< number of its latest event; a step names the version it saw

    bool isOpen() const;
};

/// One link of a case's append-only, hash-chained history.
struct CaseEvent
{
    Id id;
    Id caseId;
    qint64 sequence = 0; ///< 1, 2, 3 … within the case
    QString action;
    QString fromState;
    QString toState;
    QString role;
    Id actor;
    QString actorName;
    QString note; ///< the opinion or reason, and what was decided
    QDateTime atUtc;
    QString hash; ///< hex SHA-256
};

/// The light at `nowUtc`: green, yellow from dueSoonUtc (where that is not known, from
/// `dueSoonShare` of the time between dispatch and deadline), red after the deadline. Before
/// dispatch there is no deadline and the light is OnTime; after handling it is what was fixed.
Light lightOf(const CaseFile &file, const QDateTime &nowUtc, double dueSoonShare = 0.8);

} // namespace gridhall::cases
