using System.Text.Json;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>The list of questions, and what holds between them.</summary>
internal static class QuestionsJson
{
    public const string Name = "questions";

    public static List<Question> Read(JsonObjectReader members)
    {
        var findings = members.DocumentProblems;
        List<ReadQuestion> read =
        [
            .. members.Items(Name).Select(item => QuestionJson.Read(new JsonObjectReader(item.Value, item.At, findings)))
        ];
        if (members.Find(Name) is { ValueKind: JsonValueKind.Array })
        {
            CheckNumber(members, read);
        }

        CheckIds(read, findings);
        new ConditionCheck(read, findings).Run();
        return [.. read.Select(item => item.Question).OfType<Question>()];
    }

    private static void CheckNumber(JsonObjectReader members, List<ReadQuestion> read)
    {
        if (read.Count > Consultation.MaxQuestions)
        {
            members.Report(Name, $"Dit zijn {read.Count} vragen. Stel er hooguit {Consultation.MaxQuestions}.");
        }

        if (read.TrueForAll(item => item.Question is { IsAsked: false }))
        {
            members.ReportUnreadable(Name, "Hier staat geen vraag om te beantwoorden. Stel ten minste één vraag.");
        }
    }

    private static void CheckIds(List<ReadQuestion> read, DocumentProblems findings)
    {
        var before = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var (at, id, question) in read)
        {
            if (id.Length > 0 && !before.Add(id))
            {
                findings.AddUnreadable(
                    Pointer.To(at, "id"), $"Er is al een vraag met het id {DocumentProblems.Quote(id)}. Kies een ander id.");
            }

            if (ReservedIds.All.Contains(id))
            {
                findings.Add(Pointer.To(at, "id"), $"Het id '{id}' gebruiken wij zelf al. Kies een ander id.");
            }

            if (question is { IsAsked: false } and ({ DontKnow: true } or { RatherNot: true } or { Required: true }))
            {
                findings.Add(at, "Een uitleg tussen vragen krijgt geen antwoord. Haal dontKnow, ratherNot en required weg.");
            }
        }
    }
}
