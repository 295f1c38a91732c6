using System.Globalization;
using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

internal static class CharterJson
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Charter Read(JsonObjectReader members)
    {
        var charter = new Charter
        {
            Why = members.Text("why"),
            Room = members.Text("room"),
            Fixed = members.Text("fixed"),
            Decides = members.Text("decides"),
            After = members.Text("after"),
            ClosesOn = Day(members, "closesOn"),
            ResultsBy = Day(members, "resultsBy"),
            DecisionBy = Day(members, "decisionBy"),
            KeepUntil = Day(members, "keepUntil"),
            Contact = Contact(members, "contact"),
        };
        foreach (var (at, message) in CharterCheck.Order(charter))
        {
            members.Report(at, message);
        }

        members.RefuseOthers();
        return charter;
    }

    public static void Write(Utf8JsonWriter json, string name, Charter charter)
    {
        json.WriteStartObject(name);
        json.Write("why", charter.Why);
        json.Write("room", charter.Room);
        json.Write("fixed", charter.Fixed);
        json.Write("decides", charter.Decides);
        json.Write("after", charter.After);
        json.WriteString("closesOn", Written(charter.ClosesOn));
        json.WriteString("resultsBy", Written(charter.ResultsBy));
        json.WriteString("decisionBy", Written(charter.DecisionBy));
        json.WriteString("keepUntil", Written(charter.KeepUntil));
        json.WriteString("contact", charter.Contact);
        json.WriteEndObject();
    }

    private static string Written(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The day; the first day of our era when it could not be read.</summary>
    private static DateOnly Day(JsonObjectReader members, string name)
    {
        members.Demand(name);
        if (members.WordIfAny(name) is not { } written)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(written, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            members.ReportUnreadable(name, "Dit is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2027-02-01.");
            return default;
        }

        if (day.Year is < Charter.FirstYear or > Charter.LastYear)
        {
            members.Report(name, $"Kies een jaar van {Charter.FirstYear} tot en met {Charter.LastYear}.");
            return members.DocumentProblems.IsStored ? day : default;
        }

        return day;
    }

    private static string Contact(JsonObjectReader members, string name)
    {
        members.DemandText(name);
        if (members.WordIfAny(name) is not { } contact)
        {
            return "";
        }

        members.CheckWords(name, contact, Charter.LongestContact);
        if (!PerceivedText.ShowsNothing(contact) && !contact.Contains('@', StringComparison.Ordinal) && !contact.Any(char.IsAsciiDigit))
        {
            members.Report(name, "Geef een mailadres of een telefoonnummer.");
        }

        return contact;
    }
}
