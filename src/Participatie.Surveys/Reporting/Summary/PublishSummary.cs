using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>Somebody publishes a summary.</summary>
public sealed record PublishSummaryRequest
{
    /// <summary>In characters, of the public note.</summary>
    public const int LongestNote = 500;

    public required int ConsultationId { get; init; }

    /// <summary>Of the summary.</summary>
    public required int Number { get; init; }

    /// <summary>How many were public when the form was made.</summary>
    public required int Seen { get; init; }

    /// <summary>What is different from the one before, for everybody; not asked of the first.</summary>
    public string Note { get; init; } = "";

    /// <summary>As the audit log says people.</summary>
    public required string Who { get; init; }
}

/// <summary>Puts a summary where everybody reads it. The ones before stay readable.</summary>
public sealed class PublishSummary(TimeProvider clock)
{
    /// <returns>Its public number.</returns>
    /// <exception cref="SummaryException">See <see cref="SummaryRefusal"/>.</exception>
    public async ValueTask<int> PublishAsync(WriteScope scope, PublishSummaryRequest request)
    {
        var before = await scope.Context.PublishedSummaries.AsNoTracking()
            .Where(entry => entry.ConsultationId == request.ConsultationId).ToListAsync();
        if (before.Exists(entry => entry.Number == request.Number))
            throw new SummaryException(SummaryRefusal.IsPublic);
        if (before.Count != request.Seen)
            throw new SummaryException(SummaryRefusal.ChangedMeanwhile);
        if (before.Count > 0 && PerceivedText.ShowsNothing(request.Note))
            throw new SummaryException(SummaryRefusal.NoNote);
        if (PerceivedText.IsLongerThan(request.Note, PublishSummaryRequest.LongestNote))
            throw new SummaryException(SummaryRefusal.NoteTooLong);
        scope.Context.PublishedSummaries.Add(new PublishedSummaryEntry
        {
            ConsultationId = request.ConsultationId,
            PublicNumber = before.Count + 1,
            Number = request.Number,
            Note = before.Count == 0 ? "" : request.Note.ReplaceLineEndings("\n").Trim(),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = request.Who,
        });
        await scope.Context.SaveChangesAsync();
        return before.Count + 1;
    }
}
