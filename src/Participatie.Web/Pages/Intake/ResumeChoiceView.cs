using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Intake;

/// <summary>A code was typed on a device that has answers of its own: which of the two are to be kept here.</summary>
/// <param name="Code">As it was typed.</param>
/// <param name="Consultation">The title of both.</param>
/// <param name="Here">How many questions were answered on this device.</param>
/// <param name="Behind">How many are behind the code.</param>
/// <param name="IsShared">More people use this computer.</param>
public sealed record ResumeChoiceView(Code Code, Text Consultation, int Here, int Behind, bool IsShared)
{
    public const string Take = "take";
    public const string Stay = "stay";
}
