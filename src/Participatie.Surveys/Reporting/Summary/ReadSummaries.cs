using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Summary;

/// <param name="Number">1, 2, 3, … of its consultation.</param>
/// <param name="MadeAt">When.</param>
/// <param name="MadeBy">Never for the public.</param>
/// <param name="Public">How it was published; null when it was not.</param>
public sealed record SummaryLine(int Number, DateTimeOffset MadeAt, string MadeBy, PublicSummary? Public);

/// <param name="Number">1, 2, 3, … of what everybody can read.</param>
/// <param name="At">Since when.</param>
/// <param name="Note">What is different from the one before; empty of the first.</param>
public sealed record PublicSummary(int Number, DateTimeOffset At, string Note);

/// <summary>A summary as it is shown now.</summary>
public sealed record StoredSummary
{
    /// <summary>Enough to hold two against each other by eye.</summary>
    private const int ShownOfHash = 12;

    public required SummaryLine Line { get; init; }

    public required SummaryDocument Document { get; init; }

    public required string Hash { get; init; }

    /// <summary>What people wrote that is still public: by question and response.</summary>
    public required IReadOnlyDictionary<(string Question, string Response), Passage> Written { get; init; }

    /// <summary>The day on which it was made, and the beginning of its hash.</summary>
    public string MadeIn(InterfaceWords words) =>
        words.Format("summary.made", words.Day(Amsterdam.DayOf(Line.MadeAt)), Hash[..ShownOfHash]);

    public IReadOnlyList<Passage> Of(SummaryAnswers answers) =>
        [.. answers.Responses.Where(response => Written.ContainsKey((answers.Question, response)))
            .Select(response => Written[(answers.Question, response)])];
}

/// <summary>Reads the summaries that were made, with what people wrote as far as it is public still.</summary>
public sealed class ReadSummaries(Database database, ReadReleasedAnswers released)
{
    /// <summary>All of a consultation, the newest first.</summary>
    public async Task<IReadOnlyList<SummaryLine>> ListAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var published = (await context.PublishedSummaries.AsNoTracking().Where(entry => entry.ConsultationId == consultationId)
            .ToListAsync(cancellationToken)).ToDictionary(entry => entry.Number);
        var made = await context.Summaries.Where(entry => entry.ConsultationId == consultationId)
            .OrderByDescending(entry => entry.Number).Select(entry => new { entry.Number, entry.MadeAt, entry.MadeBy })
            .ToListAsync(cancellationToken);
        return made.ConvertAll(entry => new SummaryLine(
            entry.Number,
            DateTimeOffset.FromUnixTimeMilliseconds(entry.MadeAt),
            entry.MadeBy,
            published.GetValueOrDefault(entry.Number) is { } one
                ? new PublicSummary(one.PublicNumber, DateTimeOffset.FromUnixTimeMilliseconds(one.At), one.Note)
                : null));
    }

    /// <summary>Whether everybody can read one.</summary>
    public async Task<bool> HasPublicAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.PublishedSummaries.AnyAsync(entry => entry.ConsultationId == consultationId, cancellationToken);
    }

    /// <summary>Those of them that everybody can read, the newest first.</summary>
    public async Task<IReadOnlyList<SummaryLine>> ListPublicAsync(int consultationId, CancellationToken cancellationToken) =>
        [.. (await ListAsync(consultationId, cancellationToken)).Where(line => line.Public is not null)
            .OrderByDescending(line => line.Public!.Number)];

    /// <returns>Null when there is none with that number.</returns>
    public async Task<StoredSummary?> ReadAsync(int consultationId, int number, CancellationToken cancellationToken)
    {
        var line = (await ListAsync(consultationId, cancellationToken)).FirstOrDefault(line => line.Number == number);
        if (line is null)
            return null;
        await using var context = database.NewContext();
        var entry = await context.Summaries.AsNoTracking()
            .SingleAsync(entry => entry.ConsultationId == consultationId && entry.Number == number, cancellationToken);
        var document = SummaryJson.Read(entry.Document, entry.Hash);
        return new StoredSummary
        {
            Line = line,
            Document = document,
            Hash = entry.Hash,
            Written = document.Dutch.Blocks.OfType<SummaryAnswers>().Any()
                ? (await released.ReadAsync(consultationId, cancellationToken))
                    .ToDictionary(text => (text.Question, text.Response), text => text.Text)
                : new Dictionary<(string, string), Passage>(),
        };
    }
}
