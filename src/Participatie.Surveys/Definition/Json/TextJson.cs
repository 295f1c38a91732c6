using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

/// <summary>A text in several languages as it stands in the document: language tag to words.</summary>
internal static class TextJson
{
    public static Text Text(this JsonObjectReader members, string name)
    {
        members.DemandText(name);
        return members.TextIfAny(name) ?? Nothing;
    }

    public static Text? TextIfAny(this JsonObjectReader members, string name) =>
        members.Find(name) is { } value ? Read(new JsonObjectReader(value, members.To(name), members.DocumentProblems)) : null;

    public static void Write(this Utf8JsonWriter json, string name, Text? text)
    {
        if (text is null)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var tag in InterfaceWords.Tags.Where(text.Has))
        {
            json.WriteString(tag, text.In(tag).Text);
        }

        json.WriteEndObject();
    }

    /// <summary>Reports what makes words unfit to show.</summary>
    public static void CheckWords(this JsonObjectReader members, string name, string words, int longest)
    {
        if (PerceivedText.ShowsNothing(words))
        {
            members.Report(name, "Deze tekst is leeg. Vul hem in.");
        }

        if (PerceivedText.IsLongerThan(words, longest))
        {
            members.Report(name, $"Deze tekst is te lang. Gebruik hooguit {longest} tekens.");
        }
        else if (PerceivedText.IsTooHeavy(words))
        {
            members.Report(name, $"Deze tekst is te zwaar. Gebruik hooguit {PerceivedText.MostBytes} bytes.");
        }

        if (HiddenCharacters.FirstIn(words) is { } hidden)
        {
            members.Report(name, $"In deze tekst staat een onzichtbaar teken: {hidden}. Haal het weg.");
        }
    }

    private static Text Nothing => new(new Dictionary<string, string>(StringComparer.Ordinal) { [Languages.Dutch] = "" });

    private static Text Read(JsonObjectReader byTag)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal) { [Languages.Dutch] = "" };
        foreach (var tag in InterfaceWords.Tags)
        {
            if (byTag.Find(tag) is null)
            {
                ReportMissing(byTag, tag);
            }
            else if (byTag.WordIfAny(tag) is { } words)
            {
                byTag.CheckWords(tag, words, Language.Text.Longest);
                read[tag] = words;
            }
        }

        byTag.RefuseOthers("De taal");
        return new Text(read);
    }

    private static void ReportMissing(JsonObjectReader byTag, string tag)
    {
        if (byTag.IsObject && (tag == Languages.Dutch || byTag.DocumentProblems.PromisedLanguages.Contains(tag, StringComparer.Ordinal)))
        {
            byTag.Report(tag, tag == Languages.Dutch
                ? "De Nederlandse tekst ontbreekt. Vul hem in."
                : $"De tekst in de taal '{tag}' ontbreekt. Het veld languages belooft die taal.");
        }
    }
}
