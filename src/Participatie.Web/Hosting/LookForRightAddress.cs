namespace Participatie.Web.Hosting;

/// <summary>
/// Between two looks at the routes: what no route took is looked for under the address that was meant. A form that is posted there is taken
/// as it is, since a redirect would lose what was filled in; for a page <see cref="LanguageLink"/> leads on.
/// </summary>
internal sealed class LookForRightAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is null
            && context.Request.Path.Value is { } typed
            && RightAddress.Of(typed) is var right
            && right != typed)
        {
            context.Features.Set(new TypedAddress(typed));
            context.Request.Path = right;
        }

        return next(context);
    }
}

/// <summary>The path as it was asked for, where that is not the right one.</summary>
internal sealed record TypedAddress(string Path);
