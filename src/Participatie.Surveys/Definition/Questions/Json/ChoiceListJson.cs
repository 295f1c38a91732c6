using System.Text.Json;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>A list of choices, or of statements, as several kinds have it.</summary>
internal static class ChoiceListJson
{
    public const string Name = "choices";

    /// <param name="members">Of the question.</param>
    /// <param name="marks">What the kind's choices may be beside an id with a text: each has a member of its own.</param>
    public static List<Choice> Choices(this JsonObjectReader members, ChoiceMarks marks = ChoiceMarks.None)
    {
        var choices = members.IdsWithText(Name, withPicture: true, marks);
        var count = choices.Count;
        // No list at all is reported as such.
        if (count < Choice.Fewest && members.Find(Name) is { ValueKind: JsonValueKind.Array })
        {
            Action<string, string> report = count == 0 ? members.ReportUnreadable : members.Report;
            report(Name, $"Geef ten minste {Choice.Fewest} keuzes.");
        }

        if (count > Choice.Most)
        {
            members.Report(Name, $"Geef hooguit {Choice.Most} keuzes. Maak van een langere lijst twee vragen.");
        }

        LabelCheck.AgainstWaysOut(members, Name, choices);
        ChoiceMarksJson.Check(members, Name, choices);
        return choices;
    }

    public static List<Choice> IdsWithText(
        this JsonObjectReader members, string name, bool withPicture, ChoiceMarks marks = ChoiceMarks.None)
    {
        var read = new List<Choice>();
        foreach (var (at, value) in members.Items(name))
        {
            var item = new JsonObjectReader(value, at, members.DocumentProblems);
            var choice = new Choice(item.Id("id"), item.Text("text"), withPicture ? Picture(item) : null)
            {
                Exclusive = ChoiceMarksJson.Read(item, marks, ChoiceMarks.Exclusive),
                Other = ChoiceMarksJson.Read(item, marks, ChoiceMarks.Other),
            };
            item.RefuseOthers();
            CheckId(item, choice.Id, read);
            read.Add(choice);
        }

        LabelCheck.Run(members, name, read);
        return read;
    }

    public static void Write(this Utf8JsonWriter json, string name, IReadOnlyList<Choice> choices)
    {
        json.WriteStartArray(name);
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("id", choice.Id);
            json.Write("text", choice.Text);
            if (choice.Picture is not null)
            {
                json.WriteString("picture", choice.Picture);
            }

            json.WriteFlag(ChoiceMarksJson.Exclusive, choice.Exclusive);
            json.WriteFlag(ChoiceMarksJson.Other, choice.Other);

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void CheckId(JsonObjectReader item, string id, List<Choice> before)
    {
        if (id.Length > 0 && before.Exists(other => other.Id == id))
        {
            item.ReportUnreadable("id", $"{DocumentProblems.Quote(id)} staat twee keer in deze lijst. Geef elk een eigen id.");
        }
    }

    private static string? Picture(JsonObjectReader item)
    {
        var name = item.WordIfAny("picture");
        if (name is not null && !Choice.IsPictureName(name))
        {
            item.Report("picture", "Dit is geen naam van een plaatje. Gebruik kleine letters, cijfers en streepjes.");
        }

        return name;
    }
}
