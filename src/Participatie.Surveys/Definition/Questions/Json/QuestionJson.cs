using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <param name="Question">Null when nobody knows the kind; its id still counts.</param>
internal sealed record ReadQuestion(string At, string Id, Question? Question);

/// <summary>The members that every question has.</summary>
internal static class QuestionJson
{
    public static ReadQuestion Read(JsonObjectReader members)
    {
        var id = members.Id("id");
        var kind = members.Word("kind");
        var common = new YesNoQuestion
        {
            Id = id,
            Text = members.Text("text"),
            Help = members.TextIfAny("help"),
            Why = members.TextIfAny("why"),
            ShowWhen = ConditionJson.ReadIfAny(members, "showWhen"),
            DontKnow = members.Flag("dontKnow"),
            RatherNot = members.Flag("ratherNot"),
            Required = members.Flag("required"),
        };
        if (kind is null || KindJson.Named(kind) is not { } json)
        {
            ReportUnknown(members, kind);
            return new ReadQuestion(members.At, id, null);
        }

        var question = json.Read(members, id, common.Text) with
        {
            Help = common.Help,
            Why = common.Why,
            ShowWhen = common.ShowWhen,
            DontKnow = common.DontKnow,
            RatherNot = common.RatherNot,
            Required = common.Required,
        };
        members.RefuseOthers();
        return new ReadQuestion(members.At, id, question);
    }

    public static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("kind", question.Kind);
        json.Write("text", question.Text);
        json.Write("help", question.Help);
        json.Write("why", question.Why);
        KindJson.All.For(question).Write(json, question);
        json.WriteFlag("dontKnow", question.DontKnow);
        json.WriteFlag("ratherNot", question.RatherNot);
        json.WriteFlag("required", question.Required);
        ConditionJson.Write(json, "showWhen", question.ShowWhen);
        json.WriteEndObject();
    }

    /// <summary>False is what an absent member means.</summary>
    public static void WriteFlag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void ReportUnknown(JsonObjectReader members, string? kind)
    {
        // A kind that is missing was reported as such.
        if (kind is not null)
        {
            var kinds = string.Join(", ", KindJson.All.Entries.Select(known => known.Kind));
            members.ReportUnreadable("kind", $"De soort {DocumentProblems.Quote(kind)} kennen wij niet. Kies uit: {kinds}.");
        }
    }
}
