using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>"Later verder": a code that brings a draft to another device, and takes it from the one before.</summary>
public sealed class ResumeDraft(Database database, GroupedWriter writer, Drafts drafts, CodeKeys keys)
{
    /// <summary>Makes a code for this draft; an older one for it stops working.</summary>
    /// <returns>Null when the draft is gone.</returns>
    public async Task<Code?> MakeCodeAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var code = CodeKey.RandomCode();
        var (hash, resume) = (token.Hash, keys.Newest.HashOfResume(code));
        var made = await writer.WriteAsync(
            async scope => await scope.Context.Drafts.Where(draft => draft.TokenHash == hash).ExecuteUpdateAsync(
                set => set.SetProperty(draft => draft.ResumeHash, resume), cancellationToken),
            cancellationToken);
        return made == 1 ? code : null;
    }

    /// <summary>What is behind a code, without moving it.</summary>
    /// <returns>Null when no draft has this code.</returns>
    public async Task<HeldDraft?> LookAsync(Code code, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        byte[]? holder = null;
        foreach (var resume in keys.NewestFirst.Select(key => key.HashOfResume(code)))
        {
            holder ??= await context.Drafts.Where(draft => draft.ResumeHash == resume).Select(draft => draft.TokenHash)
                .SingleOrDefaultAsync(cancellationToken);
        }

        return holder is not null && await drafts.FindAsync(holder, cancellationToken) is { } draft ? new HeldDraft(holder, draft) : null;
    }

    /// <summary>Brings the draft here under a new token. The code works again for the next move.</summary>
    /// <param name="code">Of the draft.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <param name="replacing">The draft of this device that goes when the other one has come, and stays when it has not.</param>
    /// <returns>Null when no draft has this code.</returns>
    public async Task<DraftToken?> ResumeAsync(Code code, CancellationToken cancellationToken, DraftToken? replacing = null)
    {
        var token = DraftToken.New();
        var (hash, own) = (token.Hash, replacing?.Hash);
        var moved = await writer.WriteAsync(
            async scope =>
            {
                var came = 0;
                foreach (var resume in keys.NewestFirst.Select(key => key.HashOfResume(code)))
                {
                    came += await MoveAsync(scope.Context.Drafts.Where(draft => draft.ResumeHash == resume), hash, cancellationToken);
                }

                if (came == 1 && own is not null)
                {
                    await scope.Context.Drafts.Where(draft => draft.TokenHash == own).ExecuteDeleteAsync(cancellationToken);
                }

                return came == 1;
            },
            cancellationToken);
        return moved ? token : null;
    }

    /// <summary>Brings a draft that was taken elsewhere back to the device that had it.</summary>
    public async Task<bool> TakeBackAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        return await writer.WriteAsync(
            async scope => await MoveAsync(
                scope.Context.Drafts.Where(draft => draft.MovedFrom == hash), hash, cancellationToken), cancellationToken) == 1;
    }

    private static Task<int> MoveAsync(IQueryable<DraftEntry> from, byte[] to, CancellationToken cancellationToken) =>
        from.ExecuteUpdateAsync(
        set => set.SetProperty(draft => draft.MovedFrom, draft => draft.TokenHash)
            .SetProperty(draft => draft.TokenHash, to)
            .SetProperty(draft => draft.Revision, draft => draft.Revision + 1),
        cancellationToken);
}

/// <param name="Holder">Hash of the token of the device that has it.</param>
/// <param name="Draft">As it stands there.</param>
public sealed record HeldDraft(byte[] Holder, Draft Draft);
