using System.Data.Common;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// The database takes no change, as on a full disk: the page comes back with everything that was filled in, says that it is our fault, and
/// the same button tries again. What cannot even be read ends as any other fault.
/// </summary>
internal static partial class NotStored
{
    /// <param name="endpoint">A POST of a consultation.</param>
    /// <param name="again">Shows its page again; null when there is nothing to show it with.</param>
    public static RouteHandlerBuilder OnNotStored(this RouteHandlerBuilder endpoint, Func<HttpContext, Visit, Task<IResult?>> again) =>
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            try
            {
                return await next(invocation);
            }
            catch (DbException failure)
            {
                var context = invocation.HttpContext;
                var findVisit = context.RequestServices.GetRequiredService<FindVisit>();
                if (await FindAsync(findVisit, context) is not { } visit || await again(context, visit) is not { } page)
                {
                    throw;
                }

                // One short line: there may be many, and the log may stand on the same disk.
                LogNotStored(
                    context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(NotStored)), TryWrite.KindOf(failure));
                return page;
            }
        });

    private static async Task<Visit?> FindAsync(FindVisit findVisit, HttpContext context)
    {
        var slug = (string)context.GetRouteValue("slug")!;
        try
        {
            return await findVisit.OfAsync(context, slug);
        }
        catch (DbException)
        {
            // Not even the draft can be read: what was typed still fits the question as it is now.
            return findVisit.WithoutDraft(context, slug);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer could not be stored: {Failure}")]
    private static partial void LogNotStored(ILogger log, string failure);
}
