using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The next publication of one population: for each question either its new moment or the one that was published before.</summary>
internal sealed class PopulationPublication
{
    private readonly Population _population;
    private readonly IReadOnlyList<MergedQuestion> _questions;
    private readonly Dictionary<string, QuestionMoment> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuestionMoment> _now = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedPopulation> _published = new(StringComparer.Ordinal);

    private readonly HashSet<string> _frozen = new(StringComparer.Ordinal);

    private PopulationPublication(Population population, IReadOnlyList<MergedQuestion> questions) => (_population, _questions) = (population, questions);

    public PublishedPopulation Published(string key) => _published[key];

    public PopulationBasis BasisOf(string key) => new(_population, _now[key].Responses, _now[key].Counts);

    /// <returns>Null when the population does not take part.</returns>
    public static PopulationPublication? Next(Population population, IReadOnlyList<MergedQuestion> questions, PublicationInput input)
    {
        var counts = MergedCounts.Of(input.Versions, questions, input.Tallies.Where(row => row.Population == population));
        if (counts.Total == 0 && !Publication.Invites(input, population))
        {
            return null;
        }

        var publication = new PopulationPublication(population, questions);
        publication.Take(input.Previous, counts);
        publication.Decide(counts);
        publication.KeepTies();
        foreach (var (key, moment) in publication._now)
        {
            publication._published.TryAdd(key, moment.ToPublished(population, input.Closed));
        }

        if (input.Closed)
        {
            publication.AddSplits(input.Versions);
        }

        return publication;
    }

    private void Take(IReadOnlyList<PublishedRow> previous, MergedCounts counts)
    {
        foreach (var row in previous)
        {
            var question = _questions.FirstOrDefault(question => question.Key == row.Key);
            var published = PublishedJson.Read(row.Document).Populations.FirstOrDefault(part => part.Population == _population);
            var basis = PublishedJson.ReadBasis(row.Basis).Populations.FirstOrDefault(part => part.Population == _population);
            if (published is null || basis is null || (question is null && row.Key != ResponsesTally.Responses))
            {
                continue;
            }

            var now = question is null ? counts.Responses : counts[row.Key];
            _before[row.Key] = QuestionMoment.Restore(now.Question, now.Splits, Publication.OfferedMissing(question?.Question), published, basis);
            if (published.Final)
            {
                _published[row.Key] = published;
                _frozen.Add(row.Key);
            }
        }
    }

    private void Decide(MergedCounts counts)
    {
        var shown = _before.Values.Where(moment => moment.IsShown).MaxBy(moment => moment.Sequence);
        var mayMove = shown is null || Math.Abs(counts.Total - shown.Responses) >= Suppression.Threshold;
        var sequence = 1 + _before.Values.Select(moment => moment.Sequence).DefaultIfEmpty().Max();
        Decide(ResponsesTally.Responses, counts.Responses, null);
        foreach (var question in _questions)
        {
            Decide(question.Key, counts[question.Key], question.Question);
        }

        void Decide(string key, QuestionCounts now, Question? question)
        {
            var table = new PublicTable(now, Publication.OfferedMissing(question));
            var before = _before.GetValueOrDefault(key);
            var hidden = Suppression.Hidden(table, counts.Total, before?.Hidden ?? QuestionMoment.NothingHidden);
            var moves = mayMove
                && !_frozen.Contains(key)
                && (before is null || SmallSteps.MayFollow(before.Table, before.Responses, before.Hidden, table, counts.Total, hidden));
            _now[key] = moves || before is null
                ? new QuestionMoment(table, counts.Total, moves ? hidden : null, sequence, CountsText.Write(now))
                : before;
        }
    }

    // Until nothing changes: keeping one question as it was may loosen another one's tie.
    private void KeepTies()
    {
        while (Ties().FirstOrDefault(tie => !tie.IsSafe) is { Key: { } key, Source: var source })
        {
            if (!KeepAsBefore(key) && (!_before.ContainsKey(key) || !KeepAsBefore(source)))
            {
                _now[key] = _now[key] with { Hidden = null };
            }
        }
    }

    private bool KeepAsBefore(string key)
    {
        if (_before.GetValueOrDefault(key) is not { } before || ReferenceEquals(_now[key], before))
        {
            return false;
        }

        _now[key] = before;
        return true;
    }

    private IEnumerable<(string Key, string Source, bool IsSafe)> Ties() =>
        from question in _questions
        let condition = question.Question.ShowWhen
        where condition is not null
        let source = _questions.First(known => known.Question.Id == condition.Question)
        select (question.Key, source.Key, ConditionTie.IsSafe(condition, source.Question, _now[source.Key], _now[question.Key]));

    private void AddSplits(IReadOnlyList<PublishedVersion> versions)
    {
        foreach (var group in PopulationSplits.Of(versions, _questions, _now).ToLookup(split => split.Key, split => split.Split, StringComparer.Ordinal))
        {
            if (!_frozen.Contains(group.Key))
            {
                _published[group.Key] = _published[group.Key] with { Splits = [.. group] };
            }
        }
    }
}
