using System.Text;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

public enum HandInResult
{
    /// <summary>The response is on disk and waits to be counted.</summary>
    Received,

    /// <summary>This draft was handed in before: a double click, a second tab, a retry.</summary>
    AlreadyReceived,

    /// <summary>The code of the letter was used meanwhile; the draft stays.</summary>
    InvitationUsed,

    /// <summary>A question is still open; the draft stays.</summary>
    NotComplete,

    /// <summary>Closed more than an hour ago; the draft stays.</summary>
    Closed,

    /// <summary>No draft has this token, or another tab changed it meanwhile.</summary>
    NoDraft,
}

/// <summary>
/// Takes a draft's answers in. The response, its message to the counters, the used invitation and the end of the draft are one
/// piece of work in one transaction: after it, all of them hold, or none.
/// </summary>
public sealed partial class HandInAnswers(
    GroupedWriter writer, Catalogue catalogue, CodeKeys keys, QueueSignal signal, TimeProvider clock, ILogger<HandInAnswers> log)
{
    /// <summary>
    /// The chance of a code that somebody else has is one in a thousand million at a million responses; of eight in a row, none.
    /// </summary>
    private const short MostCodes = 8;

    /// <param name="token">The draft's token.</param>
    /// <param name="draft">As the page that was sent read it: what another tab changed since is not handed in unseen.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <exception cref="System.Data.Common.DbException">Not stored; the draft is as it was.</exception>
    public async Task<HandInResult> HandInAsync(DraftToken token, Draft draft, CancellationToken cancellationToken)
    {
        var latest = catalogue.Latest(draft.Version.Definition.Slug) ?? draft.Version;
        if (catalogue.StateOf(latest, clock.GetUtcNow()) == OpenState.Closed)
        {
            return HandInResult.Closed;
        }

        if (!draft.Journey.IsComplete)
        {
            return HandInResult.NotComplete;
        }

        var result = await StoreAsync(token, draft, cancellationToken);
        if (result == HandInResult.Received)
        {
            signal.Set();
        }

        return result;
    }

    /// <summary>The piece of work itself, also for whoever brings many at once.</summary>
    public async Task<HandInResult> StoreAsync(DraftToken token, Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(token, draft, cancellationToken);
        }
        catch (UnknownCommitException)
        {
            // It holds, or it does not. The same work tells which, because the draft's row is gone or not.
            LogOnceMore();
            return await TryAsync(token, draft, cancellationToken);
        }
    }

    private async Task<HandInResult> TryAsync(DraftToken token, Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(scope => StoreAsync(scope, token, draft), cancellationToken);
        }
        catch (InvitationUsedException)
        {
            return HandInResult.InvitationUsed;
        }
    }

    private async ValueTask<HandInResult> StoreAsync(WriteScope scope, DraftToken token, Draft draft)
    {
        // The row's end decides who is first: a second send finds no draft here, whatever it read before.
        var ended = await scope.ExecuteAsync(
            "DELETE FROM drafts WHERE token_hash = @hash AND revision = @revision", ("@hash", token.Hash), ("@revision", draft.Revision));
        if (ended == 0)
        {
            return await WasSentAsync(scope, token) ? HandInResult.AlreadyReceived : HandInResult.NoDraft;
        }

        if (draft.Invitation is { } invitation && !await UseAsync(scope, invitation, draft.Version.ConsultationId))
        {
            // Thrown, so that the draft's end is undone with the rest of this piece of work.
            throw new InvitationUsedException();
        }

        await InsertAsync(scope, token, draft);
        return HandInResult.Received;
    }

    private async ValueTask InsertAsync(WriteScope scope, DraftToken token, Draft draft)
    {
        var now = clock.GetUtcNow();
        var id = Guid.NewGuid().ToByteArray();
        var key = keys.Newest;
        for (short attempt = 0; attempt < MostCodes; attempt++)
        {
            var receipt = key.ReceiptOf(token, attempt);
            if (await HasOlderAsync(scope, older => older.HashOfReceipt(receipt), "receipt_hash"))
            {
                continue;
            }

            var inserted = await scope.ExecuteAsync(
                """
                INSERT INTO responses (consultation_id, id, version, channel, organisation, helped, language, hour, rotation, state,
                key_number,
                    receipt_hash, draft_proof, receipt_attempt, document)
                VALUES (@consultation, @id, @version, @channel, @organisation, @helped, @language, @hour, @rotation, @state, @key,
                    @receipt, @proof, @attempt, @document)
                ON CONFLICT (receipt_hash) DO NOTHING
                """,
                ("@consultation", draft.Version.ConsultationId),
                ("@id", id),
                ("@version", draft.Version.Number),
                ("@channel", (short)(draft.Invitation is null ? ResponseChannel.OpenLink : ResponseChannel.Letter)),
                ("@organisation", draft.Organisation),
                ("@helped", (short)draft.Helped),
                ("@language", draft.Language),
                ("@hour", now.ToUnixTimeSeconds() / 3600),
                ("@rotation", draft.Rotation),
                ("@state", (short)ResponseState.Queued),
                ("@key", key.Number),
                ("@receipt", key.HashOfReceipt(receipt)),
                ("@proof", key.ProofOfDraft(token)),
                ("@attempt", attempt),
                ("@document", Encoding.UTF8.GetString(AnswersDocument.WriteResponse(draft.Journey, draft.Answers))));
            if (inserted == 1)
            {
                await DatabaseQueue.SendAsync(scope, draft.Version.ConsultationId, id, now);
                return;
            }
        }

        throw new InvalidOperationException("No free receipt code was found.");
    }

    private async ValueTask<bool> UseAsync(WriteScope scope, byte[] invitation, int consultationId)
    {
        // Without time or order: only that the code is used, and how many of the batch today.
        var used = await scope.ExecuteAsync(
            "UPDATE invitations SET used = @used WHERE code_hash = @hash AND used = @unused",
            ("@used", true),
            ("@hash", invitation),
            ("@unused", false));
        if (used == 0)
        {
            return false;
        }

        await scope.ExecuteAsync(
            """
            INSERT INTO invitation_uses (consultation_id, batch, day, count)
            SELECT @consultation, batch, @day, 1 FROM invitations WHERE code_hash = @hash
            ON CONFLICT (consultation_id, batch, day) DO UPDATE SET count = invitation_uses.count + 1
            """,
            ("@consultation", consultationId),
            ("@day", Amsterdam.DayOf(clock.GetUtcNow()).DayNumber),
            ("@hash", invitation));
        return true;
    }

    private async ValueTask<bool> WasSentAsync(WriteScope scope, DraftToken token) =>
        await scope.ScalarAsync("SELECT 1 FROM responses WHERE draft_proof = @hash", ("@hash", keys.Newest.ProofOfDraft(token))) is not null
        || await HasOlderAsync(scope, key => key.ProofOfDraft(token), "draft_proof");

    /// <summary>Whether a response has that hash under an older key, if there are any.</summary>
    private async ValueTask<bool> HasOlderAsync(WriteScope scope, Func<CodeKey, byte[]> hash, string column)
    {
        foreach (var key in keys.Older)
        {
            if (await scope.ScalarAsync($"SELECT 1 FROM responses WHERE {column} = @hash", ("@hash", hash(key))) is not null)
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The connection to PostgreSQL broke while answers were handed in: that is done once more, and counts once")]
    private partial void LogOnceMore();

    private sealed class InvitationUsedException : Exception;
}
