using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Previews;

/// <summary>A link that works, as those see it who may end it. The link itself stands nowhere.</summary>
/// <param name="Hash">Of its token: names it, and opens nothing.</param>
/// <param name="Revision">That it shows.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="MadeBy">As the audit log says people.</param>
public sealed record PreviewLink(byte[] Hash, int Revision, DateTimeOffset MadeAt, DateTimeOffset Until, string MadeBy);

/// <summary>Links to share, each to one revision and for some days. Only hashes of them are stored.</summary>
public sealed class PreviewLinks(Database database, GroupedWriter writer, TimeProvider clock)
{
    /// <summary>For how many days: to show somebody today, for a round of comments, for a council that meets once a month.</summary>
    public static readonly IReadOnlyList<int> Days = [1, 7, 30];

    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Whose.</param>
    /// <param name="revision">One that exists.</param>
    /// <param name="days">One of <see cref="Days"/>.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <param name="personalLink">The token by which somebody came in who reviews; null for a link that is shared.</param>
    /// <returns>The token, which stands in no other place.</returns>
    public async ValueTask<string> MakeAsync(
        WriteScope scope, int consultationId, int revision, int days, string who, string? personalLink = null)
    {
        var token = PreviewToken.New();
        var now = clock.GetUtcNow();
        scope.Context.PreviewLinks.Add(new PreviewLinkEntry
        {
            TokenHash = PreviewToken.HashOf(token),
            ConsultationId = consultationId,
            Revision = revision,
            MadeAt = now.ToUnixTimeMilliseconds(),
            Until = now.AddDays(days).ToUnixTimeMilliseconds(),
            MadeBy = who,
            PersonalLink = personalLink is null ? null : PreviewToken.HashOf(personalLink),
        });
        await scope.Context.SaveChangesAsync();
        return token;
    }

    /// <summary>With what was filled in behind it.</summary>
    /// <returns>The revision that it showed; null when it had ended already.</returns>
    public static async ValueTask<int?> EndAsync(WriteScope scope, int consultationId, byte[] hash)
    {
        var links = scope.Context.PreviewLinks.Where(link => link.ConsultationId == consultationId && link.TokenHash == hash);
        var revision = await links.Select(link => (int?)link.Revision).SingleOrDefaultAsync();
        if (revision is not null)
        {
            await scope.Context.PreviewDrafts.Where(draft => draft.LinkHash == hash).ExecuteDeleteAsync();
            await links.ExecuteDeleteAsync();
        }

        return revision;
    }

    /// <summary>Those that work, the newest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> ListAsync(int consultationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = database.NewContext();
        var rows = await context.PreviewLinks.AsNoTracking().Where(link => link.ConsultationId == consultationId && link.Until > now)
            .OrderByDescending(link => link.MadeAt).ThenBy(link => link.TokenHash).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new PreviewLink(
            row.TokenHash,
            row.Revision,
            DateTimeOffset.FromUnixTimeMilliseconds(row.MadeAt),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Until),
            row.MadeBy));
    }

    /// <summary>Deletes the links that ended by themselves, with what was filled in behind them.</summary>
    public Task DeleteEndedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            async scope =>
            {
                var ended = scope.Context.PreviewLinks.Where(link => link.Until <= now);
                await scope.Context.PreviewDrafts.Where(draft => ended.Any(link => link.TokenHash == draft.LinkHash))
                    .ExecuteDeleteAsync(cancellationToken);
                await ended.ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }
}
