using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Participatie.Web.Hosting;

/// <summary>
/// How much may be sent to an endpoint at once, as its metadata; an endpoint without it takes <see cref="Usual"/>. What goes over gets a
/// plain page: <see cref="PostGuard"/> sets the limits before it reads, behind the sign-in.
/// </summary>
public sealed record FormLimits
{
    /// <summary>
    /// The longest open answer is a few thousand characters; the rest is room for text in which each character takes nine bytes.
    /// </summary>
    public static readonly FormLimits Usual = new() { BodyBytes = 256 * 1024 };

    /// <summary>
    /// A file of one definition and the text of another, each twice as large as may be: what is too large is said beside it, and kept.
    /// </summary>
    public static readonly FormLimits Definition = new() { BodyBytes = (4 * MegaByte) + Usual.BodyBytes, FileBytes = 2 * MegaByte };

    /// <summary>A picture or a list of addresses, with the rest of its form.</summary>
    public static readonly FormLimits Upload = new() { BodyBytes = (10 * MegaByte) + Usual.BodyBytes, FileBytes = 10 * MegaByte };

    private const int MegaByte = 1024 * 1024;

    // The fullest form (a check page, a budget) has about 20 values.
    private const int Values = 200;
    private const int KeyCharacters = 100;

    private const string Ordinary = "application/x-www-form-urlencoded";
    private const string WithFiles = "multipart/form-data";

    public required int BodyBytes { get; init; }

    /// <summary>Of each file; zero takes no files.</summary>
    public int FileBytes { get; init; }

    public static FormLimits Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<FormLimits>() ?? Usual;

    /// <summary>Whether the request holds a form at all, without files.</summary>
    public static bool IsOrdinary(HttpRequest request) =>
        request.ContentType?.StartsWith(Ordinary, StringComparison.OrdinalIgnoreCase) == true;

    internal static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = Usual.BodyBytes;
    }

    internal static void Configure(FormOptions options) => Usual.Set(options);

    public bool Takes(HttpRequest request) =>
        IsOrdinary(request) || (FileBytes > 0 && request.ContentType?.StartsWith(WithFiles, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Before anything of the form was read.</summary>
    public void ApplyTo(HttpContext context)
    {
        // Set for all at the start.
        if (ReferenceEquals(this, Usual))
            return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = BodyBytes;
        var options = new FormOptions();
        Set(options);
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, options));
    }

    private void Set(FormOptions options)
    {
        options.ValueCountLimit = Values;
        options.KeyLengthLimit = KeyCharacters;
        options.ValueLengthLimit = BodyBytes;
        options.BufferBodyLengthLimit = BodyBytes;
        options.MultipartBodyLengthLimit = FileBytes;
    }
}
