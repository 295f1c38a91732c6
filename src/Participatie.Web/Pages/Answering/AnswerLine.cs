using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>One line of an answer as its giver reads it back.</summary>
/// <param name="Said">The words, with their language.</param>
/// <param name="IsTyped">By the resident, in whatever direction; otherwise the words are the definition's or ours and run as their language
/// does.</param>
public readonly record struct AnswerLine(Passage Said, bool IsTyped = false);
