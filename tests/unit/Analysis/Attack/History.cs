using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>A published part that somebody looked at.</summary>
internal sealed record Look(string Key, PublishedPopulation Part);

/// <summary>A random consultation that shows its results while it is open: people answer, some withdraw, results are published in between and after closing.</summary>
internal sealed class History
{
    private readonly Dice _dice;
    private readonly GivenPublication _publication;
    private readonly ConsultationTally _tally;
    private readonly List<GivenResponse> _counted = [];
    private readonly Dictionary<int, Truth> _truths = [];
    private readonly Dictionary<(string Key, int Sequence), Look> _looks = [];

    public History(ulong seed)
    {
        _dice = new Dice(seed);
        NobodyWithdrew = _dice.OneIn(2);
        Definition = Draw(_dice);
        _publication = new GivenPublication(Definition);
        _tally = new ConsultationTally(TallyLayout.Of(Definition));
    }

    public Consultation Definition { get; }

    public bool NobodyWithdrew { get; }

    public IReadOnlyCollection<Look> Looks => _looks.Values;

    public void Run(int until = int.MaxValue)
    {
        var steps = Math.Min(until, 1 + _dice.Below(4));
        // From villages to a whole province.
        var most = _dice.One([20, 60, 250, 1000, 4000]);
        for (var step = 0; step < steps; step++)
        {
            Answer(1 + _dice.Below(most));
            Withdraw(_counted.Count / 8);
            Publish(closed: until == int.MaxValue && step == steps - 1);
        }
    }

    public void Answer(int people)
    {
        foreach (var response in GivenResponse.Many(Definition, _dice, people))
        {
            _counted.Add(response);
            _tally.Add(response.Document, Population.Open, response.Channel, 1);
        }
    }

    /// <summary>Publishes what is counted now as if nothing had been published before.</summary>
    public void LookAfresh(int sequence)
    {
        var fresh = new GivenPublication(Definition);
        fresh.Publish(_tally);
        _truths[sequence] = new Truth(_tally, Population.Open);
        foreach (var row in fresh.Rows)
        {
            _looks[(row.Key, sequence)] = new Look(row.Key, fresh.Of(row.Key) with { Sequence = sequence });
        }
    }

    public long True(int moment, string question, string group, string cell) => _truths[moment].Of(question, group, cell);

    public IEnumerable<string> Groups(string dimension) => _tally.Layout.Splits.Names
        .Where(name => name.StartsWith(dimension + "=", StringComparison.Ordinal)).Select(name => name.Split('=')[1]);

    private void Withdraw(int most)
    {
        for (var time = NobodyWithdrew || most == 0 ? 0 : _dice.Below(most); time > 0; time--)
        {
            var withdrawn = _dice.One(_counted);
            _counted.Remove(withdrawn);
            _tally.Add(withdrawn.Document, Population.Open, withdrawn.Channel, -1);
        }
    }

    private void Publish(bool closed)
    {
        _publication.Publish(_tally, closed);
        foreach (var row in _publication.Rows)
        {
            var part = _publication.Of(row.Key);
            _truths.TryAdd(part.Sequence, new Truth(_tally, Population.Open));
            _looks[(row.Key, part.Sequence)] = new Look(row.Key, part);
        }
    }

    private static Consultation Draw(Dice dice)
    {
        var given = new GivenConsultation().But(frame => frame with { Results = ResultsMoment.WhileOpen })
            .WithChoice("keuze", "a", "b", "c", "d").Where(Perhaps)
            .WithYesNo("gevolg").ShownWhen("keuze", dice.OneIn(2) ? ["b"] : ["a", "c"]).Where(Perhaps)
            .WithChoices("meer", "k", "l", "m", "n").Where(question => Perhaps((ChoicesQuestion)question with { AtMost = dice.One<int?>([null, 1, 2, 3]) }))
            .WithOpen("waarom").ShownWhen("meer", dice.OneIn(2) ? ["k"] : ["k", "l"])
            .WithRanking("volgorde", "p", "q", "r", "s", "t").Where(Perhaps)
            .WithNumber("keer", 0, 9).ShownWhen("volgorde", "p").Where(Perhaps)
            .WithStatements("vind", "x", "y").Where(Perhaps)
            .WithBudget("geld", 100, 10, "u", "v").Where(Perhaps);
        return (dice.OneIn(4) ? given.WithAge() : given.WithPlace().WithAge()).Build();

        Question Perhaps(Question question) => question with { Required = dice.OneIn(3), DontKnow = dice.OneIn(2), RatherNot = dice.OneIn(4) };
    }
}
