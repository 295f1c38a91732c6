using Participatie.Surveys.Answering;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// The running counts of one version: every question, every population. One thread at a time; parts counted apart are put together with
/// <see cref="Merge"/>.
/// </summary>
public sealed class ConsultationTally
{
    private static readonly Population[] Populations = Enum.GetValues<Population>();

    private readonly TallyLayout _layout;
    private readonly QuestionTally[] _tallies;
    private readonly QuestionCounts?[][] _counts;
    private readonly int _place;
    private readonly int _age;

    // What one response counts for: per visited question its number and how many cells, then the cells. Room is kept between responses.
    private readonly int[] _questions;
    private readonly int[] _ends;
    private readonly int[] _hits;
    private readonly long[] _sums;

    public ConsultationTally(TallyLayout layout)
    {
        _layout = layout;
        _tallies = [.. layout.Questions];
        _counts = [.. Populations.Select(_ => new QuestionCounts?[layout.Questions.Count])];
        _place = layout.IndexOf(layout.Breakdowns.PlaceQuestion);
        _age = layout.IndexOf(layout.Breakdowns.AgeQuestion);
        _questions = new int[layout.Questions.Count];
        _ends = new int[layout.Questions.Count];
        _sums = new long[layout.Questions.Count];
        _hits = new int[layout.Questions.Sum(question => question.MostHits)];
    }

    public TallyLayout Layout => _layout;

    /// <summary>The rows to store, in a fixed order; empty ones that were never counted are left out.</summary>
    public IEnumerable<(Population Population, QuestionCounts Counts)> Rows =>
        from population in Populations
        from counts in _counts[(int)population]
        where counts is not null
        select (population, counts);

    /// <summary>The counts of one question, made when they were not there.</summary>
    public QuestionCounts Of(Population population, int question) =>
        _counts[(int)population][question] ??= new QuestionCounts(_layout.Questions[question], _layout.Breakdowns);

    /// <summary>Counts a response, or takes it back. Allocates nothing: a recount does this a million times.</summary>
    /// <param name="document">A canonical answers document that was handed in for this version.</param>
    /// <param name="population">Where it is counted.</param>
    /// <param name="channel">How it came in.</param>
    /// <param name="sign">1 to count, -1 to take back.</param>
    /// <exception cref="InvalidOperationException">The response is damaged; nothing was counted.</exception>
    public void Add(ReadOnlySpan<byte> document, Population population, ResponseChannel channel, int sign)
    {
        try
        {
            AddUndamaged(document, population, channel, sign);
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            // The reader of many responses checks nothing: it runs out of a document that is cut off.
            throw new InvalidOperationException("A response is cut off.", damage);
        }
    }

    public void Merge(ConsultationTally other)
    {
        foreach (var population in Populations)
        {
            for (var question = 0; question < _tallies.Length; question++)
            {
                if (other._counts[(int)population][question] is { } counts)
                {
                    Of(population, question).Add(counts);
                }
            }
        }
    }

    private void AddUndamaged(ReadOnlySpan<byte> document, Population population, ResponseChannel channel, int sign)
    {
        Span<byte> digit = [(byte)('0' + (int)channel)];
        var (visited, hits) = (1, _tallies[0].Count(digit, _hits));
        (_questions[0], _ends[0]) = (0, hits);
        var splits = _layout.Breakdowns;
        var (place, age) = (splits.UnknownPlace, splits.UnknownAge);
        var question = 1;
        var reader = new CanonicalReader(document);
        while (reader.Next(out var id, out var answer))
        {
            // Both are in the definition's order, so looking onward from the last one finds it.
            var tally = _tallies[question];
            while (!id.SequenceEqual(tally.Utf8Id))
            {
                tally = ++question < _tallies.Length ? _tallies[question] : throw NotInVersion(id);
            }

            if (question == _place)
            {
                place = splits.GroupOfPlace(answer);
            }
            else if (question == _age)
            {
                age = splits.GroupOfAge(answer);
            }

            hits += tally.Count(answer, _hits.AsSpan(hits));
            (_questions[visited], _ends[visited], _sums[visited]) = (question, hits, tally.SumOf(answer));
            visited++;
        }

        Apply(population, visited, place, age, sign);
    }

    private void Apply(Population population, int visited, int place, int age, int sign)
    {
        var begin = 0;
        for (var index = 0; index < visited; index++)
        {
            var counts = Of(population, _questions[index]);
            var hits = _hits.AsSpan(begin, _ends[index] - begin);
            var everybody = counts.Row(0);
            var inPlace = counts.Row(place);
            var inAge = counts.Row(age);
            foreach (var cell in hits)
            {
                everybody[cell] += sign;
                inPlace[cell] += sign;
                inAge[cell] += sign;
            }

            if (_sums[index] != 0)
            {
                var (cell, sum) = (_tallies[_questions[index]].SumCell, sign * _sums[index]);
                everybody[cell] += sum;
                inPlace[cell] += sum;
                inAge[cell] += sum;
            }

            begin = _ends[index];
        }
    }

    private static InvalidOperationException NotInVersion(ReadOnlySpan<byte> id) =>
        new($"A response answers '{System.Text.Encoding.UTF8.GetString(id)}', which its version does not ask there.");
}
