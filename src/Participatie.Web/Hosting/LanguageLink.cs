namespace Participatie.Web.Hosting;

/// <summary>
/// Leads to the one right address of a page, in one step whatever is wrong with the one that was asked for. <c>?taal=en</c> behind it, as a
/// letter or a QR code has it, is remembered and left out; of a language that we do not have the page itself says so.
/// </summary>
internal sealed class LanguageLink(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || context.GetEndpoint()?.Metadata.GetMetadata<PageAddress>() is null)
            return next(context);
        var elsewhere = PageAddress.ElsewhereOrNull(context);
        var asks = AskedLanguage.Asks(request);
        if (asks && AskedLanguage.Of(request) is { } language)
        {
            VisitorLanguage.Remember(context, language);
            return GoAsync(context, elsewhere ?? request.Path.Value!, AskedLanguage.Without(request));
        }

        if (elsewhere is not null)
            return GoAsync(context, elsewhere, request.QueryString);
        if (asks)
            VisitorLanguage.SayUnknown(context);
        return next(context);
    }

    // One slash in front: an address that begins with two would lead to another site.
    private static Task GoAsync(HttpContext context, string path, QueryString query) =>
        new SeeOther("/" + context.Request.PathBase.Add(path).ToUriComponent().TrimStart('/') + query).ExecuteAsync(context);
}
