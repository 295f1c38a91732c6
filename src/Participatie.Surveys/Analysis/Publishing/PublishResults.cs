using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>Brings the public results of a consultation up to date: in steps while it is open, if it shows them then, and once after closing, when everything is counted.</summary>
public sealed class PublishResults(Database database, GroupedWriter writer, Catalogue catalogue, UncountedResponses uncounted, TimeProvider clock)
{
    // What the last look saw of each consultation: when no response came or went, nothing can have changed.
    private readonly ConcurrentDictionary<int, string> _seen = new();

    /// <param name="latest">Its latest version.</param>
    /// <param name="cancellationToken">The program stops.</param>
    /// <returns>How many rows are new or different.</returns>
    public async Task<int> PublishAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var consultation = latest.ConsultationId;
        var isClosed = Opening.Of(latest.Definition, clock.GetUtcNow()) == OpenState.Closed && !await uncounted.HasAnyAsync(consultation, cancellationToken);
        if (!isClosed && latest.Definition.Results != ResultsMoment.WhileOpen)
        {
            return 0;
        }

        var look = await LookAsync(consultation, isClosed, cancellationToken);
        if (_seen.TryGetValue(consultation, out var seen) && seen == look)
        {
            return 0;
        }

        await using var context = database.NewContext();
        var previous = await context.PublishedResults.AsNoTracking().Where(row => row.ConsultationId == consultation).ToListAsync(cancellationToken);
        var tallies = await context.Tallies.AsNoTracking().Where(row => row.ConsultationId == consultation).ToListAsync(cancellationToken);
        var rows = Publication.Next(new PublicationInput
        {
            Versions = catalogue.VersionsOf(consultation),
            Tallies = tallies.ConvertAll(row => new TallyRow(row.Version, (Population)row.Population, row.QuestionId, row.Counts)),
            Previous = previous.ConvertAll(row => new PublishedRow(row.QuestionId, row.Position, row.Document, row.Basis, row.Sequence)),
            Closed = isClosed,
        });
        if (rows.Count > 0)
        {
            await writer.WriteAsync(scope => StoreAsync(scope, consultation, previous, rows), cancellationToken);
        }

        _seen[consultation] = look;
        return rows.Count;
    }

    private async Task<string> LookAsync(int consultation, bool isClosed, CancellationToken cancellationToken)
    {
        var responses = await database.ReadAsync(
            "SELECT counts FROM tallies WHERE consultation_id = @consultation AND question_id = @responses ORDER BY version, population",
            row => row.GetString(0),
            cancellationToken,
            ("@consultation", consultation),
            ("@responses", ResponsesTally.Responses));
        return $"{isClosed} {catalogue.VersionsOf(consultation).Count} {string.Join('\n', responses)}";
    }

    private async ValueTask StoreAsync(WriteScope scope, int consultation, List<PublishedResultEntry> previous, IReadOnlyList<PublishedRow> rows)
    {
        await ConsultationLock.TakeAsync(scope, consultation);
        var latest = await scope.ScalarAsync("SELECT MAX(published_at) FROM published_results WHERE consultation_id = @consultation", ("@consultation", consultation));
        if ((latest is null ? null : Convert.ToInt64(latest, System.Globalization.CultureInfo.InvariantCulture)) != previous.Max(row => (long?)row.PublishedAt))
        {
            // Another process published meanwhile; what it published is what the next step must be held against.
            return;
        }

        // Later than the last one even when the clock stood still.
        var now = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), 1 + (previous.Max(row => (long?)row.PublishedAt) ?? 0));
        foreach (var row in rows)
        {
            await scope.ExecuteAsync(
                """
                INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
                VALUES (@consultation, @question, @position, @document, @basis, @sequence, @now)
                ON CONFLICT (consultation_id, question_id) DO UPDATE SET position = excluded.position, document = excluded.document,
                    basis = excluded.basis, sequence = excluded.sequence, published_at = excluded.published_at
                """,
                ("@consultation", consultation),
                ("@question", row.Key),
                ("@position", row.Position),
                ("@document", row.Document),
                ("@basis", row.Basis),
                ("@sequence", row.Sequence),
                ("@now", now));
        }
    }
}
