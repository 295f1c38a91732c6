using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>One account, for administrators.</summary>
internal static class AccountEndpoints
{
    public const string Give = "geef";
    public const string Move = "einddatum";
    public const string Take = "rol-weg";
    public const string Block = "blokkeren";
    public const string Unblock = "deblokkeren";
    public const string ResetSecondStep = "tweede-stap";
    public const string NewInvitation = "uitnodiging";
    public const string NewPassword = "wachtwoordlink";

    /// <summary>Which role a form is about, as <see cref="RoleKey"/> writes it.</summary>
    public const string Role = "rol";

    public static async Task<IResult> Get(Guid id, HttpContext context, AccountPages pages) =>
        await pages.ShowAsync(id, context, typed: null, []);

    public static async Task<IResult> Post(
        Guid id,
        HttpContext context,
        IFormCollection form,
        AccountPages pages,
        ManageAccount manage,
        TimeProvider clock,
        InterfaceWords words)
    {
        var doer = Doer.Of(context);
        try
        {
            return form[AccessForm.Way].ToString() switch
            {
                Take when RoleKey.Read(form[Role].ToString()) is { } key => Done(
                    await manage.TakeRoleAsync(doer, id, key.Role, key.ConsultationId, context.RequestAborted), id),
                Move when RoleKey.Read(form[Role].ToString()) is { Role: { } role } key =>
                    await MoveAsync(id, context, form, role, key, pages, manage, clock, words),
                Block => Done(await manage.BlockAsync(doer, id, isBlocked: true, context.RequestAborted), id),
                Unblock => Done(await manage.BlockAsync(doer, id, isBlocked: false, context.RequestAborted), id),
                ResetSecondStep => await pages.HandOverAsync(
                    id, context, LinkKind.SecondStep, send => manage.ResetSecondStepAsync(doer, id, send, context.RequestAborted)),
                NewInvitation => await pages.HandOverAsync(
                    id,
                    context,
                    LinkKind.Invitation,
                    send => manage.MakeLinkAsync(doer, id, LinkKind.Invitation, send, context.RequestAborted)),
                NewPassword => await pages.HandOverAsync(
                    id,
                    context,
                    LinkKind.Password,
                    send => manage.MakeLinkAsync(doer, id, LinkKind.Password, send, context.RequestAborted)),
                _ => await GiveAsync(id, context, form, pages, manage, clock, words),
            };
        }
        catch (LastAdministratorException)
        {
            return await pages.ShowAsync(id, context, typed: null, [], isRefused: true);
        }
        catch (NotAdministratorException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private static async Task<IResult> GiveAsync(
        Guid id,
        HttpContext context,
        IFormCollection form,
        AccountPages pages,
        ManageAccount manage,
        TimeProvider clock,
        InterfaceWords words)
    {
        var typed = TypedRoles.Of(form);
        var problems = new List<Problem>();
        var given = typed.Read(await pages.KnownAsync(context), Amsterdam.DayOf(clock.GetUtcNow()), problems, words);
        if (problems.Count == 0 && !given.Administrator && given.Roles.Count == 0)
            problems.Add(new Problem(TypedRoles.What, words["staff.roles.none"]));
        return problems.Count > 0
            ? await pages.ShowAsync(id, context, typed, problems)
            : Done(await manage.GiveRolesAsync(Doer.Of(context), id, given, context.RequestAborted), id);
    }

    private static async Task<IResult> MoveAsync(
        Guid id,
        HttpContext context,
        IFormCollection form,
        StaffRole role,
        RoleKey key,
        AccountPages pages,
        ManageAccount manage,
        TimeProvider clock,
        InterfaceWords words)
    {
        var (field, problems) = (key.LastDayField, new List<Problem>());
        var day = TypedRoles.ReadLastDay(form[field].ToString(), field, Amsterdam.DayOf(clock.GetUtcNow()), problems, words);
        return day is null
            ? await pages.ShowAsync(id, context, typed: null, problems, (field, form[field].ToString()))
            : Done(
                await manage.MoveLastDayAsync(
                    Doer.Of(context), id, new GivenRole(role, key.ConsultationId, day.Value), context.RequestAborted),
                id);
    }

    private static IResult Done(bool wasThere, Guid id) =>
        wasThere ? new SeeOther($"{Addresses.Account(id)}#{Frame.Frame.Saved}") : Results.NotFound();
}

/// <summary>Makes the page of one account.</summary>
internal sealed class AccountPages(
    AccessDb db, Database database, Catalogue catalogue, GrantRole grant, LinkMail mails, TimeProvider clock)
{
    public Task<KnownConsultations> KnownAsync(HttpContext context) =>
        KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted);

    public async Task<IResult> ShowAsync(
        Guid id, HttpContext context, TypedRoles? typed, IReadOnlyList<Problem> problems, (string Field, string Text)? day = null,
        bool isRefused = false)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        if (account is null)
            return Results.NotFound();
        return PageResult.Of<AccountPage>(
            new AccountView
            {
                Summary = (await AccountSummary.ReadAsync(db, [account], clock.GetUtcNow(), context.RequestAborted))[0],
                Known = await KnownAsync(context),
                Roles = typed ?? new TypedRoles { Until = TypedDay.Write(grant.UsualLastDay) },
                TypedDay = day,
                IsLast = !await db.Accounts.AnyAsync(
                    one => one.Id != id && one.IsAdministrator && !one.IsBlocked && one.PasswordHash != null, context.RequestAborted),
                IsRefused = isRefused,
                Problems = problems,
            },
            isRefused ? StatusCodes.Status409Conflict
            : problems.Count == 0 ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Of an account that is not in the state for that link any more the page shows how it is.</summary>
    /// <param name="id">Of the account.</param>
    /// <param name="context">Of the request.</param>
    /// <param name="kind">Of the link.</param>
    /// <param name="makeAsync">Makes it and returns its token; is given what mails it in the same transaction.</param>
    public async Task<IResult> HandOverAsync(
        Guid id, HttpContext context, LinkKind kind, Func<Func<WriteScope, string, ValueTask>, Task<string?>> makeAsync)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is not { } account)
            return Results.NotFound();
        var token = await makeAsync(
            (scope, token) => mails.AddAsync(scope, account.Email!, account.Name, HandOverLink.Of(context, kind, token)));
        return token is null
            ? new SeeOther(Addresses.Account(id))
            : PageResult.Of<HandOverLinkPage>(
                new HandOverLinkView(HandOverLink.Of(context, kind, token), account.Name, mails.IsOn, Addresses.Account(id)));
    }
}

/// <summary>Names a role of an account in a form.</summary>
/// <param name="Role">Null for that of administrator.</param>
/// <param name="ConsultationId">Or <see cref="RoleGrant.NoConsultation"/>.</param>
internal sealed record RoleKey(StaffRole? Role, int ConsultationId)
{
    private const string Administrator = "beheerder";

    public string LastDayField => "tot-" + this;

    public static RoleKey Of(RoleGrant role) => new(role.Role, role.ConsultationId);

    /// <returns>Null when it names none.</returns>
    public static RoleKey? Read(string text) =>
        text == Administrator ? new RoleKey(null, RoleGrant.NoConsultation)
        : text.Split('-') is [var role, var consultation]
            && int.TryParse(role, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((StaffRole)number)
            && int.TryParse(consultation, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new RoleKey((StaffRole)number, id)
        : null;

    public override string ToString() =>
        Role is { } role ? string.Create(CultureInfo.InvariantCulture, $"{(int)role}-{ConsultationId}") : Administrator;
}

public sealed record AccountView
{
    public required AccountSummary Summary { get; init; }

    public required KnownConsultations Known { get; init; }

    /// <summary>To give.</summary>
    public required TypedRoles Roles { get; init; }

    /// <summary>A last day that was refused, as it was typed.</summary>
    public required (string Field, string Text)? TypedDay { get; init; }

    /// <summary>Without this account nobody manages the site: it can be neither blocked, removed nor stripped.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Somebody tried all the same, a moment after another administrator had gone.</summary>
    public required bool IsRefused { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}
