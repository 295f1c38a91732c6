using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>What a choice may be beside one of a list.</summary>
[Flags]
internal enum ChoiceMarks
{
    None = 0,
    Exclusive = 1,
    Other = 2,
}

/// <summary>Choices that are not like the others of their list: one that excludes them, and one beside which somebody writes.</summary>
internal static class ChoiceMarksJson
{
    public const string Exclusive = "exclusive";
    public const string Other = "other";

    /// <summary>Of a kind without that mark the member stays unknown, and is reported as such.</summary>
    public static bool Read(JsonObjectReader item, ChoiceMarks allowed, ChoiceMarks mark) =>
        allowed.HasFlag(mark) && item.Flag(mark == ChoiceMarks.Exclusive ? Exclusive : Other);

    /// <summary>One of each at most, and behind the others: who reads a list from the top has then seen what else there is.</summary>
    public static void Check(JsonObjectReader members, string name, IReadOnlyList<Choice> choices)
    {
        for (var index = 0; index < choices.Count; index++)
        {
            var behind = choices.Skip(index + 1).ToList();
            switch (choices[index])
            {
                case { Exclusive: true, Other: true }:
                    Report(index, Other, "Bij een keuze die alles uitsluit kan niemand iets schrijven. Haal exclusive of other weg.");
                    break;
                case { Exclusive: true } when behind.Exists(choice => choice.Exclusive):
                    Report(index, Exclusive, "Hooguit één keuze kan alle andere uitsluiten.");
                    break;
                case { Exclusive: true } when behind.Count > 0:
                    Report(index, Exclusive, "Zet deze keuze als laatste in de lijst.");
                    break;
                case { Other: true } when behind.Exists(choice => choice.Other):
                    Report(index, Other, "Bij hooguit één keuze kan iemand iets schrijven.");
                    break;
                case { Other: true } when behind.Exists(choice => !choice.Exclusive):
                    Report(index, Other, "Zet deze keuze achter de andere keuzes.");
                    break;
            }
        }

        void Report(int index, string mark, string message) =>
            members.DocumentProblems.Add(Pointer.To(Pointer.To(members.To(name), index), mark), message);
    }
}
