namespace Pipeline.Analyzers.Library;

/// <summary>Clients of Amazon Web Services, version 4.</summary>
internal static class AmazonClients
{
    /// <summary>Client objects are thread safe; request objects are not, where several calls are given one.</summary>
    private const string Lifecycles = "https://aws.amazon.com/blogs/developer/object-lifecycles/";

    private const string Visibility =
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";

    private const LibraryTraits Client = LibraryTraits.Concurrent | LibraryTraits.Plain;
    private const LibraryTraits Message = LibraryTraits.Plain | LibraryTraits.Settable;

    public static readonly LibraryEntry[] Entries =
    [
        new("Amazon.S3.IAmazonS3 Amazon.S3.AmazonS3Client", Lifecycles)
        {
            Traits = Client,
            Reads =
                "GetObjectAsync GetObjectMetadataAsync GetObjectTaggingAsync GetObjectAttributesAsync " +
                "ListObjectsV2Async ListBucketsAsync " +
                "HeadBucketAsync GetBucketLocationAsync",
            Fresh = "GetObjectAsync",
            Writes = "PutObjectAsync DeleteObjectAsync DeleteObjectsAsync CopyObjectAsync PutBucketAsync DeleteBucketAsync",
            Not = "GetPreSignedURL GetPreSignedURLAsync",
        },
        new("Amazon.S3.Model.GetObjectRequest Amazon.S3.Model.GetObjectMetadataRequest Amazon.S3.Model.ListObjectsV2Request", Lifecycles)
        {
            Traits = Message,
            Fresh = "new",
        },
        new("Amazon.S3.Model.GetObjectMetadataResponse Amazon.S3.Model.ListObjectsV2Response Amazon.S3.Model.S3Object", Lifecycles)
        {
            Traits = LibraryTraits.Plain,
        },
        new("Amazon.DynamoDBv2.IAmazonDynamoDB Amazon.DynamoDBv2.AmazonDynamoDBClient", Lifecycles)
        {
            Traits = Client,
            Reads = "GetItemAsync BatchGetItemAsync QueryAsync ScanAsync DescribeTableAsync ListTablesAsync",
            Writes = "PutItemAsync UpdateItemAsync DeleteItemAsync BatchWriteItemAsync TransactWriteItemsAsync",
            Not = "ExecuteStatementAsync TransactGetItemsAsync",
        },
        new("Amazon.SQS.IAmazonSQS Amazon.SQS.AmazonSQSClient", Visibility)
        {
            // What is received is hidden from the next who asks.
            Traits = Client,
            Reads = "GetQueueAttributesAsync GetQueueUrlAsync ListQueuesAsync",
            Writes =
                "ReceiveMessageAsync SendMessageAsync SendMessageBatchAsync DeleteMessageAsync ChangeMessageVisibilityAsync " +
                "PurgeQueueAsync",
        },
    ];
}
