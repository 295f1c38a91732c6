using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>Begins, saves, finds and wipes drafts. The busiest path of all: raw statements, one row, in grouped transactions.</summary>
public sealed class Drafts(Database database, GroupedWriter writer, Catalogue catalogue, TimeProvider clock) : IDraftStore
{
    private const string Columns =
        "consultation_id, version, answers, organisation, invitation, language, rotation, revision, helped, token_hash";

    public async ValueTask<DraftFinding> FindAsync(DraftToken token, int consultationId, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        if (await FindAsync(hash, cancellationToken) is { } draft)
        {
            return draft.Version.ConsultationId == consultationId ? new DraftFinding.Found(draft) : new DraftFinding.None();
        }

        // Looked for apart: one key is found at once, and nearly everybody has the one above.
        var moved = await ReadAsync("moved_from", hash, cancellationToken);
        return moved is [{ } elsewhere] && elsewhere.Version.ConsultationId == consultationId
            ? new DraftFinding.Moved(elsewhere)
            : new DraftFinding.None();
    }

    internal async ValueTask<Draft?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        var found = await ReadAsync("token_hash", tokenHash, cancellationToken);
        if (found is [null])
        {
            // Its version was published by another instance a moment ago.
            await catalogue.RefreshAsync(cancellationToken);
            found = await ReadAsync("token_hash", tokenHash, cancellationToken);
        }

        return found is [{ } draft] ? draft : null;
    }

    public async Task<(DraftToken Token, Draft Draft)> StartAsync(Draft draft, CancellationToken cancellationToken)
    {
        var token = DraftToken.New();
        await writer.WriteAsync(
            async scope => await scope.ExecuteAsync(
                $"""
                INSERT INTO drafts ({Columns}, saved_at)
                VALUES (@consultation, @version, @answers, @organisation, @invitation, @language, @rotation, 0, @helped, @hash, @now)
                """,
                ("@consultation", draft.Version.ConsultationId),
                ("@version", draft.Version.Number),
                ("@answers", Json(draft, draft.Answers)),
                ("@organisation", draft.Organisation),
                ("@invitation", draft.Invitation),
                ("@language", draft.Language),
                ("@rotation", draft.Rotation),
                ("@helped", (short)draft.Helped),
                ("@hash", token.Hash),
                ("@now", Now)),
            cancellationToken);
        return (token, draft with { Revision = 0 });
    }

    /// <summary>Draws where rotating lists start for a new draft.</summary>
    public static int NewRotation() => RandomNumberGenerator.GetInt32(Rotation.Starts);

    public async Task<Draft?> SaveAsync(
        DraftToken token, Draft draft, Func<Answers, Answers> change, string language, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        while (true)
        {
            var changed = draft with { Answers = change(draft.Answers), Language = language, Revision = draft.Revision + 1 };
            var saved = await writer.WriteAsync(
                scope => scope.ExecuteAsync(
                    """
                    UPDATE drafts SET answers = @answers, language = @language, revision = @next, saved_at = @now
                    WHERE token_hash = @hash AND revision = @revision
                    """,
                    ("@answers", Json(changed, changed.Answers)),
                    ("@language", language),
                    ("@next", changed.Revision),
                    ("@now", draft.IsUntold ? draft.SavedAt.ToUnixTimeMilliseconds() : Now),
                    ("@hash", hash),
                    ("@revision", draft.Revision)),
                cancellationToken);
            if (saved == 1)
            {
                return changed;
            }

            if (await FindAsync(token, draft.Version.ConsultationId, cancellationToken) is not DraftFinding.Found(var current))
            {
                return null;
            }

            draft = current with { IsUntold = draft.IsUntold };
        }
    }

    public async Task<Draft> LeaveInvitationAsync(DraftToken token, Draft draft, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            scope =>
                scope.ExecuteAsync(
                    "UPDATE drafts SET invitation = NULL, revision = revision + 1 WHERE token_hash = @hash", ("@hash", token.Hash)),
                cancellationToken);
        return draft with { Invitation = null, Revision = draft.Revision + 1 };
    }

    public Task WipeAsync(DraftToken token, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.ExecuteAsync("DELETE FROM drafts WHERE token_hash = @hash", ("@hash", token.Hash)), cancellationToken);

    /// <summary>Deletes the drafts that nobody touched for <see cref="Draft.Lifetime"/>.</summary>
    /// <returns>How many.</returns>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "DELETE FROM drafts WHERE saved_at < @limit",
                ("@limit", (clock.GetUtcNow() - Draft.Lifetime).ToUnixTimeMilliseconds())),
            cancellationToken);

    private ValueTask<List<Draft?>> ReadAsync(string key, byte[] hash, CancellationToken cancellationToken) =>
        database.ReadAsync($"SELECT {Columns}, saved_at FROM drafts WHERE {key} = @hash", Read, cancellationToken, ("@hash", hash));

    private Draft? Read(DbDataReader row)
    {
        if (catalogue.Version(row.GetInt32(0), row.GetInt32(1)) is not { } version)
        {
            return null;
        }

        return new Draft
        {
            Version = version,
            Answers = AnswersDocument.Read(version.Definition, Encoding.UTF8.GetBytes(row.GetString(2))),
            Organisation = row.GetBoolean(3),
            Invitation = row.BytesOrNull(4),
            Language = row.GetString(5),
            Rotation = row.GetInt32(6),
            Revision = row.GetInt32(7),
            Helped = (Helped)row.GetInt16(8),
            SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Json(Draft draft, Answers answers) =>
        Encoding.UTF8.GetString(AnswersDocument.WriteDraft(draft.Version.Definition, answers));
}
