using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

/// <summary>The hard words of a document. They are checked last, when all its other texts were read.</summary>
internal static class ExplainedWordsJson
{
    public const string Name = "words";
    private const string WordName = "word";
    private const string MeansName = "means";

    public static IReadOnlyList<ExplainedWord> Read(JsonObjectReader members)
    {
        if (members.Find(Name) is null)
        {
            return [];
        }

        var read = new List<ExplainedWord>();
        foreach (var (at, value) in members.Items(Name))
        {
            var item = new JsonObjectReader(value, at, members.DocumentProblems);
            read.Add(new ExplainedWord(item.Text(WordName), item.Text(MeansName)));
            item.RefuseOthers();
        }

        return read;
    }

    /// <summary>Reports words that are explained twice, and words that nobody meets.</summary>
    public static void Check(JsonObjectReader members, Consultation consultation)
    {
        var seen = new HashSet<(string Language, string Form)>();
        var texts = consultation.Texts.ToList();
        foreach (var (index, word) in consultation.Glossary.Index())
        {
            var at = Pointer.To(Pointer.To(members.To(Name), index), WordName);
            foreach (var (tag, form) in word.Word.LanguageTags.SelectMany(tag => word.Forms(tag).Select(form => (tag, form))))
            {
                if (form.Length == 0)
                {
                    members.DocumentProblems.Add(Pointer.To(at, tag), "Hier staat een lege vorm van het woord. Haal een streep | weg.");
                }
                else if (!seen.Add((tag, form.ToLowerInvariant())))
                {
                    members.DocumentProblems.Add(
                        Pointer.To(at, tag), $"Het woord {DocumentProblems.Quote(form)} leggen wij al uit. Haal er één weg.");
                }
            }

            if (!texts.Exists(text => text.LanguageTags.Any(tag => word.StandsIn(text.In(tag)))))
            {
                members.DocumentProblems.Add(
                    at,
                    $"Het woord {DocumentProblems.Quote(word.NameIn(Languages.Dutch))} staat in geen enkele tekst. Haal het weg, of noem "
                        + "de vorm die er staat.");
            }
        }
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<ExplainedWord> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        json.WriteStartArray(Name);
        foreach (var word in words)
        {
            json.WriteStartObject();
            json.Write(WordName, word.Word);
            json.Write(MeansName, word.Means);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
