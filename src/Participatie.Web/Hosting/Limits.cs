using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Participatie.Web.Hosting;

/// <summary>How much a visitor may send at once. What goes over gets a plain page: see <see cref="PostGuard"/>.</summary>
internal static class Limits
{
    // The longest open answer is a few thousand characters; the rest is room for text in which each character takes nine bytes.
    public const int BodyBytes = 256 * 1024;

    // The fullest form (a check page, a budget) has about 20 values.
    private const int FormValues = 200;
    private const int FormKeyCharacters = 100;

    public static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = BodyBytes;
    }

    public static void Configure(FormOptions options)
    {
        options.ValueCountLimit = FormValues;
        options.KeyLengthLimit = FormKeyCharacters;
        options.ValueLengthLimit = BodyBytes;
        options.BufferBodyLengthLimit = BodyBytes;
    }
}
