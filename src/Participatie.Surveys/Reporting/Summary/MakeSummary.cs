using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// Makes a summary of what is public now and keeps it. What it costs does not grow with the number of responses: it reads the prepared
/// results.
/// </summary>
public sealed class MakeSummary(
    Catalogue catalogue,
    ReadResultPage results,
    ReadDecisions decisions,
    ReadReleasedAnswers released,
    ReadInhabitants inhabitants,
    TimeProvider clock)
{
    /// <param name="latest">Of the consultation.</param>
    /// <param name="cancellationToken">Whoever asked has left.</param>
    /// <exception cref="SummaryException">There is nothing to summarise.</exception>
    public async Task<SummaryDocument> ComposeAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var (id, now, life) = (latest.ConsultationId, clock.GetUtcNow(), catalogue.LifeOf(latest));
        var isClosed = catalogue.StateOf(latest, now) != OpenState.Open;
        if (life.Withdrawal is { Answers: AnswersOnWithdrawal.Deleted })
            throw new SummaryException(SummaryRefusal.Deleted);
        var page = await results.ReadAsync(id, Languages.Dutch, whose: null, cancellationToken);
        if (page is not { Questions.Count: > 0 } || await results.LastChangeAsync(id, cancellationToken) is not { } counted)
        {
            var refusal = (isClosed, latest.Definition.Results, page?.IsFinal) switch
            {
                (false, ResultsMoment.AfterClosing, _) => SummaryRefusal.NotBeforeClosing,
                (true, _, not true) when page?.Arrivals is not { Count: > 0 } => SummaryRefusal.Counting,
                _ => SummaryRefusal.TooFew,
            };
            throw new SummaryException(refusal) { Arrivals = page?.Arrivals ?? [] };
        }

        return ComposeSummary.Of(new SummaryInput
        {
            Versions = catalogue.VersionsOf(id),
            Life = life,
            Published = await results.ReadPublishedAsync(id, cancellationToken),
            CountedAt = counted,
            IsClosed = isClosed,
            Decisions = await decisions.PublicOfAsync(id, cancellationToken),
            Released = await released.ReadAsync(id, cancellationToken),
            Letters = await results.LettersAsync(id, cancellationToken),
            Inhabitants = await inhabitants.OfAsync(id, cancellationToken),
            Today = Amsterdam.DayOf(now),
        });
    }

    /// <summary>Keeps it, unless it says nothing else than the last one that was made.</summary>
    /// <returns>Its number.</returns>
    public async ValueTask<int> KeepAsync(WriteScope scope, int consultationId, SummaryDocument document, string who)
    {
        var written = SummaryJson.Write(document);
        var hash = SummaryJson.HashOf(written);
        var last = await scope.Context.Summaries.Where(entry => entry.ConsultationId == consultationId)
            .OrderByDescending(entry => entry.Number).Select(entry => new { entry.Number, entry.Hash }).FirstOrDefaultAsync();
        if (last?.Hash == hash)
            return last.Number;
        scope.Context.Summaries.Add(new SummaryEntry
        {
            ConsultationId = consultationId,
            Number = (last?.Number ?? 0) + 1,
            Document = written,
            Hash = hash,
            MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            MadeBy = who,
        });
        await scope.Context.SaveChangesAsync();
        return (last?.Number ?? 0) + 1;
    }
}
