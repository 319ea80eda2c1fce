namespace Pipeline.Hosting;

/// <summary>Whose proxy of a service the container gives out.</summary>
internal enum ProxySource
{
    /// <summary>The pipeline's: the service runs here, or elsewhere.</summary>
    Pipeline,

    /// <summary>The application's, beside the pipeline's: a fake that stands in for the service.</summary>
    Application,

    /// <summary>The application's, in the place of the pipeline's: a fake, or a decorator of the pipeline's.</summary>
    Replaced,
}
