using System.Globalization;
using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>What everything that was ever published of a consultation gives away.</summary>
internal static class Leaks
{
    private const int Threshold = 10;

    private static readonly Population[] Populations = Enum.GetValues<Population>();

    /// <param name="history">As it was played.</param>
    /// <param name="states">That were ever public.</param>
    /// <param name="only">Where to look for counts about people; null for all.</param>
    public static IReadOnlyList<string> Of(History history, IReadOnlyList<PublicState> states, Population? only = null) =>
    [
        .. Populations.SelectMany(population => BetweenStates(states, population)),
        .. states.Where(state => !state.IsFinal).SelectMany(TooEarly),
        .. states.Where(state => state.IsFinal).SelectMany(OpenFile),
        .. states.Count(state => state.IsFinal) > 1 ? ["There is more than one last word."] : Array.Empty<string>(),
        .. from state in states
           where state.IsFinal
           from population in Populations
           where only is null || only == population
           where state.Part(ResponsesTally.Responses, population)?.Seen is not null
           from leak in AboutPeople(history, state, population)
           select leak,
    ];

    /// <summary>
    /// Two public states of one population, the last word included, differ by nothing or by ten responses; so does every question that all
    /// of a version see. Only what withdrew after the last look may make its distance to the last word smaller.
    /// </summary>
    private static IEnumerable<string> BetweenStates(IReadOnlyList<PublicState> states, Population population)
    {
        for (var now = 1; now < states.Count; now++)
        {
            for (var before = now - 1; before >= 0; before--)
            {
                foreach (var key in Everybodys(states[before], states[now]))
                {
                    if (Distance(key, states[before].Part(key, population), states[now].Part(key, population)) is { } distance
                        && distance < Threshold - (states[now].IsFinal ? states[now].Withdrew.GetValueOrDefault(population) : 0))
                    {
                        yield return $"{population} {key}: states {before} and {now} differ by {distance}";
                    }
                }
            }
        }
    }

    /// <summary>Questions that all see who answer a version that asks them, and how many responded.</summary>
    private static IEnumerable<string> Everybodys(PublicState before, PublicState now) => before.Versions.Count != now.Versions.Count
        ? [ResponsesTally.Responses]
        : MergedQuestions.Of(now.Versions)
            .Where(
                question =>
                    question.Versions.All(number => now.Versions[number - 1].Definition.Find(question.Question.Id)!.ShowWhen is null))
            .Select(question => question.Key)
            .Append(ResponsesTally.Responses);

    private static long? Distance(string key, PublishedPopulation? before, PublishedPopulation? now)
    {
        // How many saw a question that too few answered is a number of responses and no answer.
        if (key != ResponsesTally.Responses && (before?.Cells.Count is not > 0 || now?.Cells.Count is not > 0))
        {
            return null;
        }

        if (before is not { Seen: { } then, Cells: var cells } || now is not { Seen: { } today })
        {
            return null;
        }

        // The same people and other numbers: some went, some came.
        return today != then ? Math.Abs(today - then) : cells.Any(cell => now.Has(cell.Id) && now.Count(cell.Id) != cell.Count) ? 0 : null;
    }

    /// <summary>While it is open: a look at fewer than ten, an opinion that fewer gave, or anything about people.</summary>
    private static IEnumerable<string> TooEarly(PublicState state)
    {
        var personal = MergedQuestions.Of(state.Versions).Where(question => question.IsPersonal).Select(question => question.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
            from question in state.Questions
            from part in question.Populations
            where part.Breakdowns.Count > 0
                || (personal.Contains(question.Key) && (part.Seen is not null || part.Cells.Count > 0))
                || (question.Key == ResponsesTally.Responses ? part.Seen < Threshold : part.Cells.Count > 0 && Answered(part) < Threshold)
            select $"{part.Population} {question.Key} is shown too early";
    }

    private static long? Answered(PublishedPopulation part) => part.Seen - part.Cells
        .Where(cell => PassedOver.Words.Contains(cell.Id)).Sum(cell => cell.Count ?? 0);

    private static IEnumerable<string> AboutPeople(History history, PublicState state, Population population)
    {
        var truth = new Truth(history, state, population);
        return [.. Cells(state, population, truth), .. Measured(state, population, truth)];
    }

    private static IEnumerable<string> Cells(PublicState state, Population population, Truth truth)
    {
        var attacker = new Attacker(state, population, readsOpinionsOnly: false);
        // Seldom needed, and half of the time.
        var everybody = new Lazy<Knowledge>(() => new Attacker(state, population, readsOpinionsOnly: true).Knowledge);
        var personal = MergedQuestions.Of(state.Versions).Where(question => question.IsPersonal).Select(question => question.Key)
            .ToHashSet(StringComparer.Ordinal);
        var conditional = MergedQuestions.Of(state.Versions).Where(
            question => question.Question.ShowWhen is not null).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in attacker.Knowledge.Names)
        {
            var value = truth.Of(name);
            var (low, high) = attacker.Knowledge.Bounds(name);
            Assert.True(low <= value && value <= high, $"The attacker is wrong about {name}: {value} is not in {low}..{high}");
            var parts = name.Split('|');
            // Who answered a version that does not ask it: that says nothing about a person.
            if (parts[2] == "$notshown" && !conditional.Contains(parts[0]))
            {
                continue;
            }

            if (value >= Threshold || (parts[1] == Breakdowns.Everybody && !personal.Contains(parts[0])))
            {
                continue;
            }

            if (attacker.Published.Contains(name))
            {
                yield return $"{population} {name} = {value} is published";
            }
            else if ((high < Threshold && everybody.Value.Bounds(name).High >= Threshold)
                || (attacker.Knowledge.Determines(name) && !everybody.Value.Determines(name)))
            {
                yield return $"{population} {name} = {value} follows: {low}..{high}";
            }
        }
    }

    /// <summary>A mean or median of a few: of a group, or of the rest that the others leave over.</summary>
    private static IEnumerable<string> Measured(PublicState state, Population population, Truth truth) =>
        from question in state.Questions
        let part = state.Part(question.Key, population)
        where part is not null
        from split in part.Breakdowns
        let measured = split.Groups.Where(known => known.Measures.Count > 0).Select(
            known => truth.Of(question.Key, Breakdowns.Name(split.Dimension, known.Id), PublicCells.Answered)).ToList()
        where measured.Count > 0
        let rest = truth.Of(question.Key, Breakdowns.Everybody, PublicCells.Answered) - measured.Sum()
        where measured.Exists(answered => answered < Threshold) || rest is > 0 and < Threshold
        select $"{population} {question.Key} has a mean of a few by {split.Dimension}";

    /// <summary>The file for everybody, byte by byte as it is sent, says no small number about people either.</summary>
    private static IEnumerable<string> OpenFile(PublicState state)
    {
        var personal = MergedQuestions.Of(state.Versions).Where(question => question.IsPersonal).Select(question => question.Key)
            .ToHashSet(StringComparer.Ordinal);
        string[] amounts = [OpenTerms.Mean, OpenTerms.Median, OpenTerms.Low, OpenTerms.High];
        var file = Encoding.UTF8.GetString(OpenFiles.ToCsv(OpenTable.Of(state.Versions, state.Questions)));
        foreach (var line in file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            // vraag, deelnemers, indeling, groep, keuze, maat, waarde, code: ids and numbers, nothing in quotes.
            var cells = line.Split(',');
            if ((cells[3].Length > 0 || personal.Contains(cells[0]))
                && double.TryParse(cells[6], CultureInfo.InvariantCulture, out var value)
                && value < Threshold
                && !amounts.Contains(cells[5]))
            {
                yield return $"{line} is in the open data";
            }
        }
    }
}
