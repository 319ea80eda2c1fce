using Microsoft.AspNetCore.Http;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>The files of the page, which are in the assembly: nothing is loaded from anywhere else.</summary>
internal static class DashboardPage
{
    /// <summary>Answers with a file.</summary>
    public static async Task WriteAsync(HttpContext http, string name)
    {
        // Addresses in the page are relative to the folder that it looks like.
        if (name == "page.html" && http.Request.Path.Value is { } path && !path.EndsWith('/'))
        {
            http.Response.Redirect($"{http.Request.PathBase}{path}/");
            return;
        }

        using var file = typeof(DashboardPage).Assembly.GetManifestResourceStream($"dashboard.{name}")!;
        http.Response.ContentType = name.Split('.')[1] switch
        {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        };
        http.Response.ContentLength = file.Length;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
    }
}
