namespace Participatie.Web.Hosting;

/// <summary>
/// <c>?taal=en</c> behind the address of a page, as a letter or a QR code has it: remembers that language and goes on to the address itself.
/// A language that we do not have changes nothing and gets a plain page.
/// </summary>
internal sealed class LanguageLink(RequestDelegate next)
{
    private const string Parameter = "taal";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.QueryString.HasValue || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || context.GetEndpoint() is not RouteEndpoint
            || !request.Query.TryGetValue(Parameter, out var language))
            return next(context);
        if (!VisitorLanguage.IsKnown(language))
            return RefusalPage.WriteUnknownLanguageAsync(context);
        VisitorLanguage.Remember(context, language!);
        return new SeeOther(WithoutLanguage(request)).ExecuteAsync(context);
    }

    private static string WithoutLanguage(HttpRequest request)
    {
        // One slash in front: an address that begins with two would lead to another site.
        var path = "/" + request.PathBase.Add(request.Path).ToUriComponent().TrimStart('/');
        return path + QueryString.Create(request.Query.Where(pair => pair.Key != Parameter));
    }
}
