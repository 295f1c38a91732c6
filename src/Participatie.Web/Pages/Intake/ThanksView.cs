using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Intake;

/// <summary>What somebody reads who has sent answers.</summary>
public sealed record ThanksView(Consultation Definition, Code Receipt, bool IsShared);
