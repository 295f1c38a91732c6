using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.OnPaper;

/// <summary>Where to go on after a question.</summary>
/// <param name="Everybody">Where everybody goes; null: to what stands next on the paper, or as <paramref name="Branches"/> say.</param>
/// <param name="Branches">Answers that lead somewhere of their own. Whoever gave none of them reads on.</param>
public sealed record PaperWay(PaperStop? Everybody, IReadOnlyList<PaperBranch> Branches);

/// <param name="Answer">The id of a choice (of a ranking: the one put first), or a word of <see cref="PassedOver"/>.</param>
/// <param name="To">Where it leads.</param>
public sealed record PaperBranch(string Answer, PaperStop To);

/// <param name="Question">Null: the end of the form.</param>
public sealed record PaperStop(Question? Question);
