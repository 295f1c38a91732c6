using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis.Attack;

/// <param name="Versions">That were published by then.</param>
/// <param name="Questions">What anybody could read.</param>
/// <param name="Withdrew">How many of each population withdrew since the last shown looks.</param>
internal sealed record PublicState(
    IReadOnlyList<PublishedVersion> Versions, IReadOnlyList<PublishedQuestion> Questions, IReadOnlyDictionary<Population, int> Withdrew)
{
    public bool IsFinal => Questions.Any(question => question.Populations.Any(part => part.Final));

    public PublishedPopulation? Part(string key, Population population) =>
        Questions.FirstOrDefault(question => question.Key == key)?.Populations.FirstOrDefault(part => part.Population == population);
}

/// <summary>
/// A random consultation that shows its results while it is open: people answer one or two versions, some withdraw, results are published
/// in rounds and after closing. It counts in batches and takes looks as the worker does.
/// </summary>
internal sealed class History
{
    private readonly Dice _dice;
    private readonly List<Consultation> _definitions;
    private readonly Dictionary<int, ConsultationTally> _tallies = [];
    private readonly List<(int Version, GivenResponse Response)> _counted = [];
    private readonly List<Look> _looks = [];
    private readonly List<PublicState> _states = [];
    private readonly Dictionary<(int Version, Population Population), int> _withdrew = [];

    public History(ulong seed)
    {
        _dice = new Dice(seed);
        _definitions = GivenDefinitions.Draw(_dice);
    }

    public IReadOnlyList<PublicState> States => _states;

    /// <summary>The counts of everything at the end.</summary>
    public IReadOnlyList<TallyRow> Counts => [.. _tallies.SelectMany(tally => GivenTally.Rows(tally.Key, tally.Value))];

    public static History Of(ulong seed)
    {
        var history = new History(seed);
        history.Run();
        return history;
    }

    /// <summary>Adds a state as if there were no rule about looks.</summary>
    public void PublishAfresh() => Add(Counts, final: false);

    public void Answer(int version, int people)
    {
        var left = GivenResponse.Many(_definitions[version - 1], _dice, people);
        while (left.Count > 0)
        {
            var size = Math.Min(left.Count, 1 + _dice.Below(60));
            Count(version, left[..size]);
            left = left[size..];
            if (_dice.OneIn(3))
            {
                Round();
            }
        }
    }

    private void Run()
    {
        // From villages to a whole province.
        var most = _dice.One([15, 40, 40, 100, 100, 250]);
        var steps = 1 + _dice.Below(3);
        for (var step = 0; step < steps; step++)
        {
            foreach (var version in Enumerable.Range(1, _definitions.Count))
            {
                // After a new version some still answer the one that they began.
                Answer(version, 1 + _dice.Below(version < _definitions.Count && step > 0 ? 8 : most));
            }

            Withdraw(_dice.OneIn(2) ? 0 : _counted.Count / 8);
            Round();
        }

        Add(Counts, final: true);
    }

    private void Count(int version, List<GivenResponse> batch)
    {
        foreach (var group in batch.GroupBy(response => response.Population))
        {
            var before = Responses(version, group.Key);
            var after = before + group.Count();
            var last = _looks.Where(
                look => look.Version == version && look.Population == group.Key).Select(look => look.Responses).DefaultIfEmpty().Max();
            if (LookMoments.Next(before, after, last) is { } next)
            {
                Count(version, group.Take((int)(next - before)), sign: 1);
                _looks.Add(new Look(version, group.Key, next, Snapshot(version, group.Key)));
                Count(version, group.Skip((int)(next - before)), sign: 1);
            }
            else
            {
                Count(version, group, sign: 1);
            }
        }
    }

    private void Count(int version, IEnumerable<GivenResponse> responses, int sign)
    {
        var tally = _tallies.TryGetValue(version, out var known)
            ? known
            : _tallies[version] = new ConsultationTally(TallyLayout.Of(_definitions[version - 1]));
        foreach (var response in responses)
        {
            tally.Add(response.Document, response.Population, response.Channel, sign);
            if (sign > 0)
            {
                _counted.Add((version, response));
            }
        }
    }

    private void Withdraw(int most)
    {
        for (var time = most == 0 ? 0 : _dice.Below(most); time > 0; time--)
        {
            var (version, response) = _dice.One(_counted);
            _counted.Remove((version, response));
            Count(version, [response], sign: -1);
            _looks.RemoveAll(look => !look.Shown && look.Version == version && look.Population == response.Population);
            _withdrew[(version, response.Population)] = 1 + _withdrew.GetValueOrDefault((version, response.Population));
        }
    }

    private void Round()
    {
        var changed = false;
        foreach (var stream in _looks.GroupBy(look => (look.Version, look.Population)).ToList())
        {
            var now = Responses(stream.Key.Version, stream.Key.Population);
            if (
                stream.Where(look => !look.Shown && LookMoments.MayBeShown(look.Responses, now))
                    .MaxBy(look => look.Responses) is { } newest)
            {
                _looks.RemoveAll(look => stream.Contains(look) && (look.Responses <= newest.Responses || look.Shown));
                _looks.Add(newest with { Shown = true });
                _withdrew.Remove(stream.Key);
                changed = true;
            }
        }

        if (changed)
        {
            Add([.. _looks.Where(look => look.Shown).SelectMany(look => look.Counts)], final: false);
        }
    }

    private void Add(IReadOnlyList<TallyRow> counts, bool final)
    {
        var publication = new GivenPublication([.. _definitions.Take(_tallies.Keys.Max())]);
        publication.Publish(counts, final);
        _states.Add(new PublicState(
            publication.Versions,
            publication.Questions,
            _withdrew.GroupBy(known => known.Key.Population, known => known.Value).ToDictionary(known => known.Key, known => known.Sum())));
    }

    private List<TallyRow> Snapshot(int version, Population population) =>
    [
        .. from row in _tallies[version].Rows
           where row.Population == population
           select new TallyRow(version, population, row.Counts.Question.Id, CountsText.OfEverybody(CountsText.Write(row.Counts))),
    ];

    private long Responses(int version, Population population) =>
        _tallies.TryGetValue(version, out var tally) ? tally.Of(population, 0)[0, 0] : 0;

    private sealed record Look(int Version, Population Population, long Responses, IReadOnlyList<TallyRow> Counts, bool Shown = false);
}
