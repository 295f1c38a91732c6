using System.Data.Common;
using System.Net;
using System.Net.Mail;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>
/// Finds the account of somebody whom the provider vouches for: by issuer and subject, the first time by the mail address of an invitation,
/// or makes one when the provider's role says so. Its answer is used up in the same transaction.
/// </summary>
internal sealed class MatchIdentity(
    AccessDb db, UserManager<Account> accounts, ILookupNormalizer names, Settings settings, AuditLog audit, TimeProvider clock)
{
    public const string Action = "inloggen met single sign-on";

    /// <summary>Longer than an answer is taken.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private const string Administrator = "beheerder";

    private SingleSignOnSettings SingleSignOn => settings.SingleSignOn!;

    /// <param name="person">All claims of the token, which was checked.</param>
    /// <param name="visitor">Where from.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    public async Task<(Account? Account, SingleSignOnRefusal Refusal)> MatchAsync(
        ClaimsPrincipal person, IPAddress? visitor, CancellationToken cancellationToken)
    {
        var claims = ExternalClaims.Of(person, SingleSignOn.RoleClaim);
        if (claims is null)
            return (null, SingleSignOnRefusal.Invalid);
        var network = AuditNote.NetworkOf(visitor);
        try
        {
            await UseUpAsync(claims, cancellationToken);
            var (account, refusal) = await FindAsync(claims, network, cancellationToken);
            if (account is not null)
                await FollowRoleAsync(account, claims, network, cancellationToken);
            return (account, refusal);
        }
        catch (DbException)
        {
            // Used before, or two browsers made the same account at the same moment: the one that came later begins again.
            return (null, SingleSignOnRefusal.Stale);
        }
    }

    /// <summary>For somebody who is signed in and tries it: the account stays whose it is, and learns by what it is known there.</summary>
    public async Task<SingleSignOnTrial?> ConnectAsync(
        ClaimsPrincipal person, Guid accountId, IPAddress? visitor, CancellationToken cancellationToken)
    {
        if (ExternalClaims.Of(person, SingleSignOn.RoleClaim) is not { } claims
            || await accounts.FindByIdAsync(accountId.ToString()) is not { IsBlocked: false } account)
            return null;
        try
        {
            await UseUpAsync(claims, cancellationToken);
            var known = await db.ExternalIdentities.SingleOrDefaultAsync(
                one => one.Issuer == claims.Issuer && one.Subject == claims.Subject, cancellationToken);
            if (known?.AccountId is { } owner)
                return owner == accountId ? SingleSignOnTrial.WasConnected : SingleSignOnTrial.OthersAccount;
            // Whose browser it is says nothing about whose account there: the mail address does.
            if (known is not null || names.NormalizeEmail(claims.Mail) != account.NormalizedEmail || !claims.MayTrustMail)
                return SingleSignOnTrial.OtherMail;
            db.ExternalIdentities.Add(IdentityOf(claims, accountId));
            db.Note(new AuditNote(account.Said, AuditNote.NetworkOf(visitor), "single sign-on verbonden", account.Said));
            await db.SaveChangesAsync(cancellationToken);
            return SingleSignOnTrial.Connected;
        }
        catch (DbException)
        {
            return null;
        }
    }

    private async Task UseUpAsync(ExternalClaims claims, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.Before(async scope =>
            await scope.ExecuteAsync("DELETE FROM used_sign_ons WHERE until < @now", ("@now", now.ToUnixTimeMilliseconds())));
        db.UsedSignOns.Add(new UsedSignOn
        {
            NonceHash = SHA256.HashData(Encoding.UTF8.GetBytes($"{claims.Issuer}\n{claims.Nonce}")),
            Until = (now + Remembered).ToUnixTimeMilliseconds(),
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<(Account? Account, SingleSignOnRefusal Refusal)> FindAsync(
        ExternalClaims claims, string network, CancellationToken cancellationToken)
    {
        var asksRole = SingleSignOn.Staff.Count + SingleSignOn.Administrators.Count > 0;
        if (asksRole && !claims.HasAny([.. SingleSignOn.Staff, .. SingleSignOn.Administrators]))
            return (null, SingleSignOnRefusal.NoRole);
        var known = await db.ExternalIdentities.SingleOrDefaultAsync(
            one => one.Issuer == claims.Issuer && one.Subject == claims.Subject, cancellationToken);
        if (known?.AccountId is { } id)
            return await accounts.FindByIdAsync(id.ToString()) is { IsBlocked: false } account
                ? (account, SingleSignOnRefusal.None)
                : (null, SingleSignOnRefusal.Blocked);

        var mail = names.NormalizeEmail(claims.Mail);
        var invited = mail is null ? null : await db.Accounts.SingleOrDefaultAsync(
            one => one.NormalizedEmail == mail && (one.PasswordHash != null
                || !db.ExternalIdentities.Any(other => other.AccountId == one.Id)), cancellationToken);
        var isElsewhere = invited is null && mail is not null
            && await db.Accounts.AnyAsync(one => one.NormalizedEmail == mail, cancellationToken);
        return invited switch
        {
            { IsBlocked: true } => (null, SingleSignOnRefusal.Blocked),
            { PasswordHash: not null } => (null, SingleSignOnRefusal.MailTaken),
            not null when claims.MayTrustMail => (await TakeAsync(invited, known, claims, network, cancellationToken), default),
            not null => (null, SingleSignOnRefusal.NoAccount),
            // Somebody removed this person. A role there does not undo that; a new invitation does.
            null when known is not null => (null, SingleSignOnRefusal.Blocked),
            null when isElsewhere => (null, SingleSignOnRefusal.MailTaken),
            null when asksRole && claims.MayTrustMail && IsMailAddress(claims.Mail) =>
                (await MakeAsync(claims, network), SingleSignOnRefusal.None),
            null => (null, SingleSignOnRefusal.NoAccount),
        };
    }

    /// <summary>An invitation is taken by who has that mail address there.</summary>
    private async Task<Account> TakeAsync(
        Account invited, ExternalIdentity? known, ExternalClaims claims, string network, CancellationToken cancellationToken)
    {
        if (known is null)
            db.ExternalIdentities.Add(IdentityOf(claims, invited.Id));
        else
            known.AccountId = invited.Id;
        // Its link would give a second way in.
        db.Links.RemoveRange(await db.Links.Where(link => link.AccountId == invited.Id).ToListAsync(cancellationToken));
        db.Note(new AuditNote(invited.Said, network, "uitnodiging aangenomen met single sign-on", invited.Said));
        await db.SaveChangesAsync(cancellationToken);
        return invited;
    }

    private async Task<Account> MakeAsync(ExternalClaims claims, string network)
    {
        var account = new Account
        {
            Id = Guid.NewGuid(),
            Name = claims.Name,
            Email = claims.Mail,
            UserName = claims.Mail,
            MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        db.ExternalIdentities.Add(IdentityOf(claims, account.Id));
        db.Note(new AuditNote("", network, "account gemaakt met single sign-on", account.Said));
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new DbUpdateException("An account of the provider could not be made.");
    }

    /// <summary>
    /// Who is administrator follows the provider when the settings say by which role. One who can sign in is always left.
    /// </summary>
    private async Task FollowRoleAsync(Account account, ExternalClaims claims, string network, CancellationToken cancellationToken)
    {
        var isAdministrator = claims.HasAny(SingleSignOn.Administrators);
        if (SingleSignOn.Administrators.Count == 0 || isAdministrator == account.IsAdministrator)
            return;
        if (!isAdministrator && !await db.Accounts.AnyAsync(
            other => other.Id != account.Id && other.IsAdministrator && !other.IsBlocked && other.PasswordHash != null,
            cancellationToken))
        {
            await audit.WriteAsync(
                new AuditNote("", network, "rol van single sign-on", account.Said)
                {
                    Result = AuditNote.Refused, Before = Administrator, After = "geen andere beheerder",
                },
                cancellationToken);
            return;
        }

        account.IsAdministrator = isAdministrator;
        account.AdministratorSince = isAdministrator ? clock.GetUtcNow().ToUnixTimeMilliseconds() : null;
        db.Note(new AuditNote("", network, "rol van single sign-on", account.Said)
        {
            Before = isAdministrator ? "" : Administrator,
            After = isAdministrator ? Administrator : "",
        });
        await accounts.UpdateAsync(account);
    }

    private static ExternalIdentity IdentityOf(ExternalClaims claims, Guid account) =>
        new() { Issuer = claims.Issuer, Subject = claims.Subject, AccountId = account };

    private static bool IsMailAddress(string mail) =>
        mail.Length <= Account.LongestMail && MailAddress.TryCreate(mail, out var address) && address.Address == mail
        && !mail.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign) || sign is '<' or '>' or '"');

    /// <summary>What of the claims is looked at.</summary>
    private sealed record ExternalClaims(
        string Issuer, string Subject, string Nonce, string Name, string Mail, bool MayTrustMail, IReadOnlyList<string> Roles)
    {
        /// <returns>Null when it lacks what every token has.</returns>
        public static ExternalClaims? Of(ClaimsPrincipal person, string roleClaim)
        {
            var (issuer, subject, nonce) = (person.FindFirstValue("iss"), person.FindFirstValue("sub"), person.FindFirstValue("nonce"));
            if (string.IsNullOrWhiteSpace(issuer) || string.IsNullOrWhiteSpace(subject) || string.IsNullOrWhiteSpace(nonce))
                return null;
            var mail = person.FindFirstValue("email") ?? "";
            var name = new string([.. (person.FindFirstValue("name") ?? mail).Where(sign => !char.IsControl(sign))]);
            return new ExternalClaims(
                issuer,
                subject,
                nonce,
                PerceivedText.ShowsNothing(name) ? mail : name[..Math.Min(name.Length, Account.LongestName)],
                mail,
                // Whoever may write any address there would take anybody's invitation.
                !string.Equals(person.FindFirstValue("email_verified"), "false", StringComparison.OrdinalIgnoreCase),
                [.. person.FindAll(roleClaim).Select(claim => claim.Value)]);
        }

        public bool HasAny(IReadOnlyList<string> roles) => Roles.Any(role => roles.Contains(role, StringComparer.Ordinal));
    }
}
