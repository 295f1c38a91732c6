using System.Text.Json;
using Participatie.Surveys.Definition.Questions.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

/// <summary>The top level of the document.</summary>
internal static class ConsultationJson
{
    private const string LanguagesName = "languages";

    private static readonly IReadOnlyList<(string Word, ResultsMoment Value)> ResultsWords =
        [("afterClosing", ResultsMoment.AfterClosing), ("whileOpen", ResultsMoment.WhileOpen)];

    private static readonly IReadOnlyList<(string Word, InvitationRule Value)> InvitationWords =
        [("none", InvitationRule.None), ("optional", InvitationRule.Optional), ("required", InvitationRule.Required)];

    public static Consultation Read(JsonObjectReader members)
    {
        var findings = members.DocumentProblems;
        CheckSchema(members);
        var slug = members.Id("slug");
        var languages = ReadLanguages(members);
        var consultation = new Consultation
        {
            Slug = slug,
            Languages = languages,
            CheckedBy = CheckedByJson.Read(members),
            Title = members.Text("title"),
            About = members.Text("about"),
            Theme = members.IdIfAny("theme"),
            Results = members.OneOf("results", ResultsWords),
            Invitation = members.OneOf("invitation", InvitationWords),
            Organisations = members.Flag("organisations"),
            Charter = members.Demand("charter") is { } charter
                ? CharterJson.Read(new JsonObjectReader(charter, members.To("charter"), findings))
                : null!, // Reported; a document with problems is not used.
            Questions = QuestionsJson.Read(members),
            Glossary = ExplainedWordsJson.Read(members),
        };
        // Where a word stands is only to be seen when all texts could be read.
        if (findings.Problems.Count == 0)
        {
            ExplainedWordsJson.Check(members, consultation);
        }

        members.RefuseOthers();
        return consultation;
    }

    public static void Write(Utf8JsonWriter json, Consultation consultation)
    {
        json.WriteStartObject();
        json.WriteString("$schema", DefinitionSchema.Address);
        json.WriteString("slug", consultation.Slug);
        json.WriteStartArray(LanguagesName);
        foreach (var language in consultation.Languages)
        {
            json.WriteStringValue(language);
        }

        json.WriteEndArray();
        CheckedByJson.Write(json, consultation.CheckedBy);
        json.Write("title", consultation.Title);
        json.Write("about", consultation.About);
        if (consultation.Theme is not null)
        {
            json.WriteString("theme", consultation.Theme);
        }

        json.WriteString("results", ResultsWords.First(pair => pair.Value == consultation.Results).Word);
        json.WriteString("invitation", InvitationWords.First(pair => pair.Value == consultation.Invitation).Word);
        json.WriteFlag("organisations", consultation.Organisations);
        CharterJson.Write(json, "charter", consultation.Charter);
        json.WriteStartArray(QuestionsJson.Name);
        foreach (var question in consultation.Questions)
        {
            QuestionJson.Write(json, question);
        }

        json.WriteEndArray();
        ExplainedWordsJson.Write(json, consultation.Glossary);
        json.WriteEndObject();
    }

    private static List<string> ReadLanguages(JsonObjectReader members)
    {
        var tags = members.Strings(LanguagesName);
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Length > 0 && !InterfaceWords.Tags.Contains(tags[i], StringComparer.Ordinal))
            {
                members.DocumentProblems.Add(
                    Pointer.To(members.To(LanguagesName), i),
                    $"De taal {DocumentProblems.Quote(tags[i])} kennen wij niet. Kies uit: {string.Join(", ", InterfaceWords.Tags)}.");
            }
        }

        if (members.Find(LanguagesName) is { ValueKind: JsonValueKind.Array } && !tags.Contains(Languages.Dutch, StringComparer.Ordinal))
        {
            members.Report(LanguagesName, $"Nederlands ontbreekt. Zet '{Languages.Dutch}' in de lijst.");
        }

        members.DocumentProblems.PromisedLanguages = tags;
        return members.DocumentProblems.IsStored
            ? [.. tags.Where(tag => InterfaceWords.Tags.Contains(tag, StringComparer.Ordinal)).DefaultIfEmpty(Languages.Dutch)]
            : tags;
    }

    private static void CheckSchema(JsonObjectReader members)
    {
        if (members.WordIfAny("$schema") is { } address && address != DefinitionSchema.Address)
        {
            members.Report("$schema", $"{DocumentProblems.Quote(address)} kan hier niet. Kies uit: {DefinitionSchema.Address}.");
        }
    }
}
