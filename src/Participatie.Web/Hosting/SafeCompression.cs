using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

/// <summary>
/// Marks an endpoint whose page nothing may keep, not even for the browser's Back: the next one at this device may press it.
/// </summary>
public sealed class NeverKept;

/// <summary>Marks an endpoint whose page shows a code: see <see cref="SafeCompression"/>.</summary>
public sealed class NeverCompressed;

/// <summary>
/// Marks an endpoint whose page is long and read less often than questions are answered: a tenth smaller for half a millisecond more.
/// </summary>
public sealed class CompressedWell;

/// <summary>
/// Compresses pages also over HTTPS, where that is safe. Compression leaks a secret when the same secret stands in many responses next to
/// text that an attacker chooses: a right guess makes the response shorter. The antiforgery token is not such a secret, because it is
/// encrypted anew in every response and its bytes never come back. A receipt or resume code is one, and so may be whatever stands in a page
/// that echoes a request. So: GET only, and no page that shows a code.
/// </summary>
internal sealed class SafeCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    /// <summary>A browser names a handful of encodings; a list that goes on is not read.</summary>
    private const int MostCharacters = 500;

    public static void Configure(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html", "application/json", "application/schema+json", "text/csv"];
        options.Providers.Add(PageBrotli.Usual);
        options.Providers.Add(new GzipCompressionProvider(new GzipCompressionProviderOptions { Level = CompressionLevel.Fastest }));
    }

    public override ICompressionProvider? GetCompressionProvider(HttpContext context) =>
        base.GetCompressionProvider(context) switch
        {
            PageBrotli usual => (IsLong(context), HasLatinLetters(context)) switch
            {
                (false, true) => usual,
                (true, false) => PageBrotli.Slow,
                _ => PageBrotli.Thorough,
            },
            var other => other,
        };

    public override bool ShouldCompressResponse(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint()?.Metadata.GetMetadata<NeverCompressed>() is null
        && context.Request.Headers.AcceptEncoding.ToString().Length <= MostCharacters
        && base.ShouldCompressResponse(context);

    private static bool IsLong(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CompressedWell>() is not null;

    private static bool HasLatinLetters(HttpContext context) =>
        context.RequestServices.GetRequiredService<InterfaceWords>().HasLatinLetters;
}
