using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>"Later verder": a code that brings a draft to another device, and takes it from the one before.</summary>
public sealed class ResumeDraft(Database database, GroupedWriter writer, Drafts drafts, CodeKey key)
{
    /// <summary>Makes a code for this draft; an older one for it stops working.</summary>
    /// <returns>Null when the draft is gone.</returns>
    public async Task<Code?> MakeCodeAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var code = CodeKey.RandomCode();
        var made = await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE drafts SET resume_hash = @resume WHERE token_hash = @hash",
                ("@resume", key.HashOfResume(code)),
                ("@hash", token.Hash)),
            cancellationToken);
        return made == 1 ? code : null;
    }

    /// <summary>What is behind a code, without moving it.</summary>
    /// <returns>Null when no draft has this code.</returns>
    public async Task<HeldDraft?> LookAsync(Code code, CancellationToken cancellationToken)
    {
        var holders = await database.ReadAsync(
            "SELECT token_hash FROM drafts WHERE resume_hash = @resume",
            row => row.GetFieldValue<byte[]>(0),
            cancellationToken,
            ("@resume", key.HashOfResume(code)));
        return holders is [var holder] && await drafts.FindAsync(holder, cancellationToken) is { } draft ? new HeldDraft(holder, draft) : null;
    }

    /// <summary>Brings the draft here under a new token. The code works again for the next move.</summary>
    /// <param name="code">Of the draft.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <param name="replacing">The draft of this device that goes when the other one has come, and stays when it has not.</param>
    /// <returns>Null when no draft has this code.</returns>
    public async Task<DraftToken?> ResumeAsync(Code code, CancellationToken cancellationToken, DraftToken? replacing = null)
    {
        var token = DraftToken.New();
        var resume = key.HashOfResume(code);
        var moved = await writer.WriteAsync(
            async scope =>
            {
                var came = await scope.ExecuteAsync(
                    "UPDATE drafts SET moved_from = token_hash, token_hash = @token, revision = revision + 1 WHERE resume_hash = @resume",
                    ("@token", token.Hash),
                    ("@resume", resume));
                if (came == 1 && replacing is not null)
                {
                    await scope.ExecuteAsync("DELETE FROM drafts WHERE token_hash = @own", ("@own", replacing.Hash));
                }

                return came == 1;
            },
            cancellationToken);
        return moved ? token : null;
    }

    /// <summary>Brings a draft that was taken elsewhere back to the device that had it.</summary>
    public async Task<bool> TakeBackAsync(DraftToken token, CancellationToken cancellationToken) =>
        await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE drafts SET moved_from = token_hash, token_hash = @hash, revision = revision + 1 WHERE moved_from = @hash",
                ("@hash", token.Hash)),
            cancellationToken) == 1;
}

/// <param name="Holder">Hash of the token of the device that has it.</param>
/// <param name="Draft">As it stands there.</param>
public sealed record HeldDraft(byte[] Holder, Draft Draft);
