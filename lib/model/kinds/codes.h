#pragma once
#include "base/type_list.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/codes_people.h"
#include "model/kinds/codes_programs.h"
#include "model/kinds/codes_years.h"

// The enumerations of the records. `Codes<E>` has what a code is called in the file and by people, in the order of the
// enumerators; the codes are stable. An open enumeration ends with `other`. `clause` holds ids of the clause register.

namespace nastavnik {

/// All of them.
using Enumerations =
    Types<Language, Pack, Severity, YearBasis, Subordination, CuratorBasis, PartnerKind, AgreementKind, CouncilKind,
          CouncilRole, DutyRole, Addressee, OrderKind, RegulationModel, PositionCategory, Qualification, ConsentKind,
          ConsentForm, SignatureKind, DataField, LeftReason, Topic, AppointmentEnd, LabourDocument, LabourPart,
          TrainingKind, Decision, MenteeCategory, SupportKind, Level, RoleForm, MentoringKind, Criterion, MeetingFormat,
          MeetingForm, PairEnd, PersonnelProposal, Task, Tool, Leg, Readiness, SurveyStage, Amended, Ground, Initiator,
          Side, Circumstance, Stage, NeedDecision, EventKind, Matter, MinutesBody, ReportSection, PublicationKind,
          Channel, LegalLevel>;

}  // namespace nastavnik
