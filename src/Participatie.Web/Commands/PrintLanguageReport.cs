using System.Globalization;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;

namespace Participatie.Web.Commands;

/// <summary>What the plain-language check found, written for the person who mends the text.</summary>
internal static class PrintLanguageReport
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <returns>The exit code.</returns>
    public static int Write(TextWriter output, string text)
    {
        var reading = CheckText.Read(text);
        WriteLevel(output, "Deze tekst", reading.Level, reading.Aim);
        WriteMeasures(output, reading.ReadabilityMeasures, [reading]);
        WriteCauses(output, Causes(reading, sentence => $"regel {sentence.Line}"));
        WriteWarnings(output, reading, warning => $"Regel {warning.Sentence.Line}");
        return ExitCode(output, reading.IsAboveAim, reading.HasOfficialese);
    }

    public static int Write(TextWriter output, IReadOnlyList<DutchText> texts)
    {
        var readings = texts.Select(text => (Text: text, Reading: text.Read())).ToList();
        foreach (var variety in readings.GroupBy(read => read.Text.Language))
        {
            // Texts stand apart on a page, so their lengths are counted together and their levels are not.
            var level = variety.Max(read => read.Reading.Level);
            WriteLevel(
                output,
                variety.Key == Languages.EasyDutch ? "De makkelijke tekst (nl-simple)" : "De gewone tekst (nl)",
                level,
                DutchText.AimOf(variety.Key));
            WriteMeasures(
                output,
                ReadabilityMeasures.Of([.. variety.SelectMany(read => read.Reading.Sentences.Select(sentence => sentence.Sentence))]),
                variety.Select(read => read.Reading));
            WriteCauses(
                output,
                variety.Where(read => read.Reading.Level == level || read.Reading.IsAboveAim)
                    .SelectMany(read => Causes(read.Reading, _ => read.Text.At)));
        }

        foreach (var (text, reading) in readings)
        {
            WriteWarnings(output, reading, _ => text.At);
        }

        return ExitCode(output, readings.Exists(read => read.Reading.IsAboveAim), readings.Exists(read => read.Reading.HasOfficialese));
    }

    private static void WriteLevel(TextWriter output, string what, LanguageLevel level, LanguageLevel aim) =>
        output.WriteLine($"{what} is {Name(level)}. {(level > aim ? $"Dat is te moeilijk: het moet {Name(aim)} zijn." : "Dat is goed.")}");

    private static void WriteMeasures(TextWriter output, ReadabilityMeasures measures, IEnumerable<LanguageReport> readings)
    {
        output.WriteLine(
            string.Create(
                Dutch,
                $"  Zinnen: {measures.Sentences:N0}. Woorden: {measures.Words:N0}. Langste zin: {measures.LongestSentence} woorden."));
        output.WriteLine(
            string.Create(
                Dutch,
                $"  Gemiddeld {measures.WordsPerSentence:0.0} woorden in een zin en {measures.SyllablesPerWord:0.00} lettergrepen in een "
                    + $"woord."));
        output.WriteLine(
            string.Create(
                Dutch,
                $"  Zinnen van meer dan {ReadabilityMeasures.LongSentence} woorden: {measures.SentencesOverFifteen} van de "
                    + $"{measures.Sentences:N0}."));
        if (!measures.IsLongEnoughForFormulas)
        {
            output.WriteLine(
                $"  Voor een leescijfer is de tekst te kort: minder dan {ReadabilityMeasures.FewestWords} woorden of "
                    + $"{ReadabilityMeasures.FewestSentences} zinnen.");
            return;
        }

        var officialese = readings.Sum(reading => reading.Warnings.Count(warning => warning.Kind == WarningKind.Officialese));
        output.WriteLine(
            string.Create(
                Dutch, $"  Leesindex A van Brouwer: {measures.Brouwer:0}. Flesch-Douma: {measures.FleschDouma:0}. Hoger is makkelijker."));
        output.WriteLine(
            string.Create(
                Dutch,
                $"  Ons eigen cijfer: {Difficulty.Of(measures, officialese):0}. Hoger is moeilijker. Een tekst op onze grens heeft "
                    + $"ongeveer 45."));
    }

    /// <summary>The sentences that make a text as hard as it is, or its average.</summary>
    private static List<string> Causes(LanguageReport reading, Func<Sentence, string> place)
    {
        var causes = reading.Causes.Select(cause => $"  - {place(cause)}, {Name(reading.Level)}: {cause.Text}").ToList();
        return causes.Count > 0 || reading.Level == LanguageLevel.Easy
            ? causes
            :
            [
                string.Create(
                    Dutch,
                    $"  - {place(reading.Sentences[0].Sentence)}, {Name(reading.Level)}: de zinnen zijn samen lang, gemiddeld "
                        + $"{reading.ReadabilityMeasures.WordsPerSentence:0.0} woorden."),
            ];
    }

    private static void WriteCauses(TextWriter output, IEnumerable<string> causes)
    {
        var lines = causes.ToList();
        if (lines.Count > 0)
        {
            output.WriteLine("  Dat komt door:");
            lines.ForEach(output.WriteLine);
        }
    }

    private static void WriteWarnings(TextWriter output, LanguageReport reading, Func<Warning, string> place)
    {
        foreach (var warning in reading.Warnings)
        {
            output.WriteLine();
            output.WriteLine($"{place(warning)}: {warning.Sentence.Text}");
            output.WriteLine($"  {warning.Why}");
            output.WriteLine($"  {warning.Plainer}");
        }
    }

    private static int ExitCode(TextWriter output, bool isAboveAim, bool hasOfficialese)
    {
        output.WriteLine();
        output.WriteLine(
            isAboveAim ? "Deze tekst moet makkelijker." : hasOfficialese ? "Haal de ambtelijke woorden weg." : "Deze tekst is makkelijk "
                + "genoeg. De tips helpen u verder.");
        return isAboveAim || hasOfficialese ? 1 : 0;
    }

    private static string Name(LanguageLevel level) => level switch
    {
        LanguageLevel.Easy => "makkelijk (A2)",
        LanguageLevel.Plain => "gewoon (B1)",
        LanguageLevel.Hard => "moeilijk",
        _ => "heel moeilijk",
    };
}
