using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>"Later verder": a code that brings a draft to another device, and takes it from the one before.</summary>
public sealed class ResumeDraft(Database database, GroupedWriter writer, Catalogue catalogue, CodeKey key)
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

    /// <summary>Brings the draft here under a new token. The code works again for the next move.</summary>
    /// <returns>Null when no draft has this code.</returns>
    public async Task<(DraftToken Token, PublishedVersion Version)?> ResumeAsync(Code code, CancellationToken cancellationToken)
    {
        var token = DraftToken.New();
        var resume = key.HashOfResume(code);
        var moved = await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE drafts SET moved_from = token_hash, token_hash = @token, revision = revision + 1 WHERE resume_hash = @resume",
                ("@token", token.Hash),
                ("@resume", resume)),
            cancellationToken);
        if (moved == 0)
        {
            return null;
        }

        var found = await database.ReadAsync(
            "SELECT consultation_id, version FROM drafts WHERE token_hash = @token",
            row => catalogue.Version(row.GetInt32(0), row.GetInt32(1)),
            cancellationToken,
            ("@token", token.Hash));
        return found is [{ } version] ? (token, version) : null;
    }

    /// <summary>Brings a draft that was taken elsewhere back to the device that had it.</summary>
    public async Task<bool> TakeBackAsync(DraftToken token, CancellationToken cancellationToken) =>
        await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE drafts SET moved_from = token_hash, token_hash = @hash, revision = revision + 1 WHERE moved_from = @hash",
                ("@hash", token.Hash)),
            cancellationToken) == 1;
}
