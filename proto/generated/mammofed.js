/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $String = $util.global.String, $Array = $util.global.Array, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $isFinite = $util.global.isFinite, $Boolean = $util.global.Boolean;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const mammofed = $root.mammofed = (() => {

    /**
     * Namespace mammofed.
     * @exports mammofed
     * @namespace
     */
    const mammofed = {};

    mammofed.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof mammofed
         * @namespace
         */
        const v1 = {};

        /**
         * Role enum.
         * @name mammofed.v1.Role
         * @enum {number}
         * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
         * @property {number} ROLE_COORDINATOR=1 ROLE_COORDINATOR value
         * @property {number} ROLE_SITE=2 ROLE_SITE value
         * @property {number} ROLE_ENROLLING=3 ROLE_ENROLLING value
         */
        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_COORDINATOR"] = 1;
            values[valuesById[2] = "ROLE_SITE"] = 2;
            values[valuesById[3] = "ROLE_ENROLLING"] = 3;
            return values;
        })();

        v1.ClientHello = (function() {

            /**
             * Properties of a ClientHello.
             * @typedef {Object} mammofed.v1.ClientHello.$Properties
             * @property {number|null} [protocolMajor] ClientHello protocolMajor
             * @property {number|null} [protocolMinor] ClientHello protocolMinor
             * @property {mammofed.v1.Role|null} [role] ClientHello role
             * @property {Uint8Array|null} [identityKey] ClientHello identityKey
             * @property {Uint8Array|null} [ephemeralKey] ClientHello ephemeralKey
             * @property {Uint8Array|null} [nonce] ClientHello nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientHello.
             * @memberof mammofed.v1
             * @interface IClientHello
             * @augments mammofed.v1.ClientHello.$Properties
             * @deprecated Use mammofed.v1.ClientHello.$Properties instead.
             */

            /**
             * Shape of a ClientHello.
             * @typedef {mammofed.v1.ClientHello.$Properties} mammofed.v1.ClientHello.$Shape
             */

            /**
             * Constructs a new ClientHello.
             * @memberof mammofed.v1
             * @classdesc Represents a ClientHello.
             * @constructor
             * @param {mammofed.v1.ClientHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientHello protocolMajor.
             * @member {number} protocolMajor
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.protocolMajor = 0;

            /**
             * ClientHello protocolMinor.
             * @member {number} protocolMinor
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.protocolMinor = 0;

            /**
             * ClientHello role.
             * @member {mammofed.v1.Role} role
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.role = 0;

            /**
             * ClientHello identityKey.
             * @member {Uint8Array} identityKey
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.identityKey = $util.newBuffer([]);

            /**
             * ClientHello ephemeralKey.
             * @member {Uint8Array} ephemeralKey
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.ephemeralKey = $util.newBuffer([]);

            /**
             * ClientHello nonce.
             * @member {Uint8Array} nonce
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.nonce = $util.newBuffer([]);

            /**
             * Encodes the specified ClientHello message. Does not implicitly {@link mammofed.v1.ClientHello.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {mammofed.v1.ClientHello.$Properties} message ClientHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMinor);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.role);
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey") && message.identityKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.identityKey);
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey") && message.ephemeralKey.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.ephemeralKey);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientHello message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape} ClientHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ClientHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKey = value;
                            else
                                delete message.identityKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ephemeralKey = value;
                            else
                                delete message.ephemeralKey;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ClientHello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ClientHello} ClientHello
             */
            ClientHello.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ClientHello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ClientHello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ClientHello();
                if (object.protocolMajor != null)
                    if ($Number(object.protocolMajor) !== 0)
                        message.protocolMajor = object.protocolMajor >>> 0;
                if (object.protocolMinor != null)
                    if ($Number(object.protocolMinor) !== 0)
                        message.protocolMinor = object.protocolMinor >>> 0;
                if (object.role !== 0 && (typeof object.role !== "string" || $root.mammofed.v1.Role[object.role] !== 0))
                    switch (object.role) {
                    case "ROLE_UNSPECIFIED":
                    case 0:
                        message.role = 0;
                        break;
                    case "ROLE_COORDINATOR":
                    case 1:
                        message.role = 1;
                        break;
                    case "ROLE_SITE":
                    case 2:
                        message.role = 2;
                        break;
                    case "ROLE_ENROLLING":
                    case 3:
                        message.role = 3;
                        break;
                    default:
                        if (typeof object.role === "number" && (object.role | 0) === object.role)
                            message.role = object.role;
                    }
                if (object.identityKey != null)
                    if (object.identityKey.length)
                        if (typeof object.identityKey === "string")
                            $util.base64.decode(object.identityKey, message.identityKey = $util.newBuffer($util.base64.length(object.identityKey)), 0);
                        else if (object.identityKey.length >= 0)
                            message.identityKey = object.identityKey;
                if (object.ephemeralKey != null)
                    if (object.ephemeralKey.length)
                        if (typeof object.ephemeralKey === "string")
                            $util.base64.decode(object.ephemeralKey, message.ephemeralKey = $util.newBuffer($util.base64.length(object.ephemeralKey)), 0);
                        else if (object.ephemeralKey.length >= 0)
                            message.ephemeralKey = object.ephemeralKey;
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                return message;
            };

            /**
             * Creates a plain object from a ClientHello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {mammofed.v1.ClientHello} message ClientHello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ClientHello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.protocolMajor = 0;
                    object.protocolMinor = 0;
                    object.role = options.enums === $String ? "ROLE_UNSPECIFIED" : 0;
                    if (options.bytes === $String)
                        object.identityKey = "";
                    else {
                        object.identityKey = [];
                        if (options.bytes !== $Array)
                            object.identityKey = $util.newBuffer(object.identityKey);
                    }
                    if (options.bytes === $String)
                        object.ephemeralKey = "";
                    else {
                        object.ephemeralKey = [];
                        if (options.bytes !== $Array)
                            object.ephemeralKey = $util.newBuffer(object.ephemeralKey);
                    }
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                }
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor"))
                    object.protocolMajor = message.protocolMajor;
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor"))
                    object.protocolMinor = message.protocolMinor;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = options.enums === $String ? $root.mammofed.v1.Role[message.role] === $undefined ? message.role : $root.mammofed.v1.Role[message.role] : message.role;
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey"))
                    object.identityKey = options.bytes === $String ? $util.base64.encode(message.identityKey, 0, message.identityKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.identityKey) : message.identityKey;
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey"))
                    object.ephemeralKey = options.bytes === $String ? $util.base64.encode(message.ephemeralKey, 0, message.ephemeralKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.ephemeralKey) : message.ephemeralKey;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                return object;
            };

            /**
             * Converts this ClientHello to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ClientHello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ClientHello.prototype.toJSON = function() {
                return ClientHello.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ClientHello
             * @function getTypeUrl
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ClientHello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ClientHello";
            };

            return ClientHello;
        })();

        v1.ServerHello = (function() {

            /**
             * Properties of a ServerHello.
             * @typedef {Object} mammofed.v1.ServerHello.$Properties
             * @property {number|null} [protocolMajor] ServerHello protocolMajor
             * @property {number|null} [protocolMinor] ServerHello protocolMinor
             * @property {Uint8Array|null} [identityKey] ServerHello identityKey
             * @property {Uint8Array|null} [ephemeralKey] ServerHello ephemeralKey
             * @property {Uint8Array|null} [nonce] ServerHello nonce
             * @property {Uint8Array|null} [signature] ServerHello signature
             * @property {Uint8Array|null} [streamHeader] ServerHello streamHeader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ServerHello.
             * @memberof mammofed.v1
             * @interface IServerHello
             * @augments mammofed.v1.ServerHello.$Properties
             * @deprecated Use mammofed.v1.ServerHello.$Properties instead.
             */

            /**
             * Shape of a ServerHello.
             * @typedef {mammofed.v1.ServerHello.$Properties} mammofed.v1.ServerHello.$Shape
             */

            /**
             * Constructs a new ServerHello.
             * @memberof mammofed.v1
             * @classdesc Represents a ServerHello.
             * @constructor
             * @param {mammofed.v1.ServerHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ServerHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ServerHello protocolMajor.
             * @member {number} protocolMajor
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.protocolMajor = 0;

            /**
             * ServerHello protocolMinor.
             * @member {number} protocolMinor
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.protocolMinor = 0;

            /**
             * ServerHello identityKey.
             * @member {Uint8Array} identityKey
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.identityKey = $util.newBuffer([]);

            /**
             * ServerHello ephemeralKey.
             * @member {Uint8Array} ephemeralKey
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.ephemeralKey = $util.newBuffer([]);

            /**
             * ServerHello nonce.
             * @member {Uint8Array} nonce
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.nonce = $util.newBuffer([]);

            /**
             * ServerHello signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.signature = $util.newBuffer([]);

            /**
             * ServerHello streamHeader.
             * @member {Uint8Array} streamHeader
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.streamHeader = $util.newBuffer([]);

            /**
             * Encodes the specified ServerHello message. Does not implicitly {@link mammofed.v1.ServerHello.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {mammofed.v1.ServerHello.$Properties} message ServerHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ServerHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMinor);
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey") && message.identityKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.identityKey);
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey") && message.ephemeralKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.ephemeralKey);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.nonce);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.signature);
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader") && message.streamHeader.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.streamHeader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ServerHello message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape} ServerHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ServerHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ServerHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKey = value;
                            else
                                delete message.identityKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ephemeralKey = value;
                            else
                                delete message.ephemeralKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.streamHeader = value;
                            else
                                delete message.streamHeader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ServerHello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ServerHello} ServerHello
             */
            ServerHello.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ServerHello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ServerHello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ServerHello();
                if (object.protocolMajor != null)
                    if ($Number(object.protocolMajor) !== 0)
                        message.protocolMajor = object.protocolMajor >>> 0;
                if (object.protocolMinor != null)
                    if ($Number(object.protocolMinor) !== 0)
                        message.protocolMinor = object.protocolMinor >>> 0;
                if (object.identityKey != null)
                    if (object.identityKey.length)
                        if (typeof object.identityKey === "string")
                            $util.base64.decode(object.identityKey, message.identityKey = $util.newBuffer($util.base64.length(object.identityKey)), 0);
                        else if (object.identityKey.length >= 0)
                            message.identityKey = object.identityKey;
                if (object.ephemeralKey != null)
                    if (object.ephemeralKey.length)
                        if (typeof object.ephemeralKey === "string")
                            $util.base64.decode(object.ephemeralKey, message.ephemeralKey = $util.newBuffer($util.base64.length(object.ephemeralKey)), 0);
                        else if (object.ephemeralKey.length >= 0)
                            message.ephemeralKey = object.ephemeralKey;
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                if (object.streamHeader != null)
                    if (object.streamHeader.length)
                        if (typeof object.streamHeader === "string")
                            $util.base64.decode(object.streamHeader, message.streamHeader = $util.newBuffer($util.base64.length(object.streamHeader)), 0);
                        else if (object.streamHeader.length >= 0)
                            message.streamHeader = object.streamHeader;
                return message;
            };

            /**
             * Creates a plain object from a ServerHello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {mammofed.v1.ServerHello} message ServerHello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ServerHello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.protocolMajor = 0;
                    object.protocolMinor = 0;
                    if (options.bytes === $String)
                        object.identityKey = "";
                    else {
                        object.identityKey = [];
                        if (options.bytes !== $Array)
                            object.identityKey = $util.newBuffer(object.identityKey);
                    }
                    if (options.bytes === $String)
                        object.ephemeralKey = "";
                    else {
                        object.ephemeralKey = [];
                        if (options.bytes !== $Array)
                            object.ephemeralKey = $util.newBuffer(object.ephemeralKey);
                    }
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                    if (options.bytes === $String)
                        object.streamHeader = "";
                    else {
                        object.streamHeader = [];
                        if (options.bytes !== $Array)
                            object.streamHeader = $util.newBuffer(object.streamHeader);
                    }
                }
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor"))
                    object.protocolMajor = message.protocolMajor;
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor"))
                    object.protocolMinor = message.protocolMinor;
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey"))
                    object.identityKey = options.bytes === $String ? $util.base64.encode(message.identityKey, 0, message.identityKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.identityKey) : message.identityKey;
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey"))
                    object.ephemeralKey = options.bytes === $String ? $util.base64.encode(message.ephemeralKey, 0, message.ephemeralKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.ephemeralKey) : message.ephemeralKey;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader"))
                    object.streamHeader = options.bytes === $String ? $util.base64.encode(message.streamHeader, 0, message.streamHeader.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.streamHeader) : message.streamHeader;
                return object;
            };

            /**
             * Converts this ServerHello to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ServerHello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ServerHello.prototype.toJSON = function() {
                return ServerHello.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ServerHello
             * @function getTypeUrl
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ServerHello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ServerHello";
            };

            return ServerHello;
        })();

        v1.ClientFinish = (function() {

            /**
             * Properties of a ClientFinish.
             * @typedef {Object} mammofed.v1.ClientFinish.$Properties
             * @property {Uint8Array|null} [signature] ClientFinish signature
             * @property {Uint8Array|null} [streamHeader] ClientFinish streamHeader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientFinish.
             * @memberof mammofed.v1
             * @interface IClientFinish
             * @augments mammofed.v1.ClientFinish.$Properties
             * @deprecated Use mammofed.v1.ClientFinish.$Properties instead.
             */

            /**
             * Shape of a ClientFinish.
             * @typedef {mammofed.v1.ClientFinish.$Properties} mammofed.v1.ClientFinish.$Shape
             */

            /**
             * Constructs a new ClientFinish.
             * @memberof mammofed.v1
             * @classdesc Represents a ClientFinish.
             * @constructor
             * @param {mammofed.v1.ClientFinish.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientFinish = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientFinish signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.ClientFinish
             * @instance
             */
            ClientFinish.prototype.signature = $util.newBuffer([]);

            /**
             * ClientFinish streamHeader.
             * @member {Uint8Array} streamHeader
             * @memberof mammofed.v1.ClientFinish
             * @instance
             */
            ClientFinish.prototype.streamHeader = $util.newBuffer([]);

            /**
             * Encodes the specified ClientFinish message. Does not implicitly {@link mammofed.v1.ClientFinish.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {mammofed.v1.ClientFinish.$Properties} message ClientFinish message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientFinish.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signature);
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader") && message.streamHeader.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.streamHeader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientFinish message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape} ClientFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientFinish.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ClientFinish();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.streamHeader = value;
                            else
                                delete message.streamHeader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ClientFinish message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ClientFinish} ClientFinish
             */
            ClientFinish.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ClientFinish)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ClientFinish: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ClientFinish();
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                if (object.streamHeader != null)
                    if (object.streamHeader.length)
                        if (typeof object.streamHeader === "string")
                            $util.base64.decode(object.streamHeader, message.streamHeader = $util.newBuffer($util.base64.length(object.streamHeader)), 0);
                        else if (object.streamHeader.length >= 0)
                            message.streamHeader = object.streamHeader;
                return message;
            };

            /**
             * Creates a plain object from a ClientFinish message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {mammofed.v1.ClientFinish} message ClientFinish
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ClientFinish.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                    if (options.bytes === $String)
                        object.streamHeader = "";
                    else {
                        object.streamHeader = [];
                        if (options.bytes !== $Array)
                            object.streamHeader = $util.newBuffer(object.streamHeader);
                    }
                }
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader"))
                    object.streamHeader = options.bytes === $String ? $util.base64.encode(message.streamHeader, 0, message.streamHeader.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.streamHeader) : message.streamHeader;
                return object;
            };

            /**
             * Converts this ClientFinish to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ClientFinish
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ClientFinish.prototype.toJSON = function() {
                return ClientFinish.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ClientFinish
             * @function getTypeUrl
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ClientFinish.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ClientFinish";
            };

            return ClientFinish;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} mammofed.v1.Envelope.$Properties
             * @property {number|null} [id] Envelope id
             * @property {number|null} [replyTo] Envelope replyTo
             * @property {mammofed.v1.Refused.$Properties|null} [refused] Envelope refused
             * @property {mammofed.v1.Enrol.$Properties|null} [enrol] Envelope enrol
             * @property {mammofed.v1.Enrolled.$Properties|null} [enrolled] Envelope enrolled
             * @property {mammofed.v1.Ready.$Properties|null} [ready] Envelope ready
             * @property {mammofed.v1.Welcome.$Properties|null} [welcome] Envelope welcome
             * @property {mammofed.v1.RosterUpdate.$Properties|null} [rosterUpdate] Envelope rosterUpdate
             * @property {mammofed.v1.RosterTaken.$Properties|null} [rosterTaken] Envelope rosterTaken
             * @property {mammofed.v1.TrainTask.$Properties|null} [trainTask] Envelope trainTask
             * @property {mammofed.v1.EvaluateTask.$Properties|null} [evaluateTask] Envelope evaluateTask
             * @property {mammofed.v1.CancelTask.$Properties|null} [cancelTask] Envelope cancelTask
             * @property {mammofed.v1.TaskAccepted.$Properties|null} [taskAccepted] Envelope taskAccepted
             * @property {mammofed.v1.Progress.$Properties|null} [progress] Envelope progress
             * @property {mammofed.v1.TaskFailed.$Properties|null} [taskFailed] Envelope taskFailed
             * @property {mammofed.v1.Trained.$Properties|null} [trained] Envelope trained
             * @property {mammofed.v1.TrainedNoted.$Properties|null} [trainedNoted] Envelope trainedNoted
             * @property {mammofed.v1.ChunkRequest.$Properties|null} [chunkRequest] Envelope chunkRequest
             * @property {mammofed.v1.Chunk.$Properties|null} [chunk] Envelope chunk
             * @property {mammofed.v1.UploadOpen.$Properties|null} [uploadOpen] Envelope uploadOpen
             * @property {mammofed.v1.UploadStatus.$Properties|null} [uploadStatus] Envelope uploadStatus
             * @property {mammofed.v1.UploadChunk.$Properties|null} [uploadChunk] Envelope uploadChunk
             * @property {mammofed.v1.EvaluationReport.$Properties|null} [evaluationReport] Envelope evaluationReport
             * @property {mammofed.v1.EvaluationStored.$Properties|null} [evaluationStored] Envelope evaluationStored
             * @property {mammofed.v1.AdvertiseRequest.$Properties|null} [advertiseRequest] Envelope advertiseRequest
             * @property {mammofed.v1.Advertisement.$Properties|null} [advertisement] Envelope advertisement
             * @property {mammofed.v1.Roll.$Properties|null} [roll] Envelope roll
             * @property {mammofed.v1.DealtShares.$Properties|null} [dealtShares] Envelope dealtShares
             * @property {mammofed.v1.MaskRequest.$Properties|null} [maskRequest] Envelope maskRequest
             * @property {mammofed.v1.MaskAccepted.$Properties|null} [maskAccepted] Envelope maskAccepted
             * @property {mammofed.v1.ConfirmRequest.$Properties|null} [confirmRequest] Envelope confirmRequest
             * @property {mammofed.v1.Confirmation.$Properties|null} [confirmation] Envelope confirmation
             * @property {mammofed.v1.UnmaskRequest.$Properties|null} [unmaskRequest] Envelope unmaskRequest
             * @property {mammofed.v1.UnmaskShares.$Properties|null} [unmaskShares] Envelope unmaskShares
             * @property {mammofed.v1.TreeHeadRequest.$Properties|null} [treeHeadRequest] Envelope treeHeadRequest
             * @property {mammofed.v1.TreeHeadAnswer.$Properties|null} [treeHeadAnswer] Envelope treeHeadAnswer
             * @property {mammofed.v1.ConsistencyRequest.$Properties|null} [consistencyRequest] Envelope consistencyRequest
             * @property {mammofed.v1.ConsistencyProof.$Properties|null} [consistencyProof] Envelope consistencyProof
             * @property {mammofed.v1.LogRecordRequest.$Properties|null} [logRecordRequest] Envelope logRecordRequest
             * @property {mammofed.v1.LogRecord.$Properties|null} [logRecord] Envelope logRecord
             * @property {mammofed.v1.RunOffer.$Properties|null} [runOffer] Envelope runOffer
             * @property {mammofed.v1.RunAgreed.$Properties|null} [runAgreed] Envelope runAgreed
             * @property {mammofed.v1.OfferAgain.$Properties|null} [offerAgain] Envelope offerAgain
             * @property {"refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"trained"|"trainedNoted"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"advertiseRequest"|"advertisement"|"roll"|"dealtShares"|"maskRequest"|"maskAccepted"|"confirmRequest"|"confirmation"|"unmaskRequest"|"unmaskShares"|"treeHeadRequest"|"treeHeadAnswer"|"consistencyRequest"|"consistencyProof"|"logRecordRequest"|"logRecord"|"runOffer"|"runAgreed"|"offerAgain"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof mammofed.v1
             * @interface IEnvelope
             * @augments mammofed.v1.Envelope.$Properties
             * @deprecated Use mammofed.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   id?: number|null;
             *   replyTo?: number|null;
             *   refused?: mammofed.v1.Refused.$Shape|null;
             *   enrol?: mammofed.v1.Enrol.$Shape|null;
             *   enrolled?: mammofed.v1.Enrolled.$Shape|null;
             *   ready?: mammofed.v1.Ready.$Shape|null;
             *   welcome?: mammofed.v1.Welcome.$Shape|null;
             *   rosterUpdate?: mammofed.v1.RosterUpdate.$Shape|null;
             *   rosterTaken?: mammofed.v1.RosterTaken.$Shape|null;
             *   trainTask?: mammofed.v1.TrainTask.$Shape|null;
             *   evaluateTask?: mammofed.v1.EvaluateTask.$Shape|null;
             *   cancelTask?: mammofed.v1.CancelTask.$Shape|null;
             *   taskAccepted?: mammofed.v1.TaskAccepted.$Shape|null;
             *   progress?: mammofed.v1.Progress.$Shape|null;
             *   taskFailed?: mammofed.v1.TaskFailed.$Shape|null;
             *   trained?: mammofed.v1.Trained.$Shape|null;
             *   trainedNoted?: mammofed.v1.TrainedNoted.$Shape|null;
             *   chunkRequest?: mammofed.v1.ChunkRequest.$Shape|null;
             *   chunk?: mammofed.v1.Chunk.$Shape|null;
             *   uploadOpen?: mammofed.v1.UploadOpen.$Shape|null;
             *   uploadStatus?: mammofed.v1.UploadStatus.$Shape|null;
             *   uploadChunk?: mammofed.v1.UploadChunk.$Shape|null;
             *   evaluationReport?: mammofed.v1.EvaluationReport.$Shape|null;
             *   evaluationStored?: mammofed.v1.EvaluationStored.$Shape|null;
             *   advertiseRequest?: mammofed.v1.AdvertiseRequest.$Shape|null;
             *   advertisement?: mammofed.v1.Advertisement.$Shape|null;
             *   roll?: mammofed.v1.Roll.$Shape|null;
             *   dealtShares?: mammofed.v1.DealtShares.$Shape|null;
             *   maskRequest?: mammofed.v1.MaskRequest.$Shape|null;
             *   maskAccepted?: mammofed.v1.MaskAccepted.$Shape|null;
             *   confirmRequest?: mammofed.v1.ConfirmRequest.$Shape|null;
             *   confirmation?: mammofed.v1.Confirmation.$Shape|null;
             *   unmaskRequest?: mammofed.v1.UnmaskRequest.$Shape|null;
             *   unmaskShares?: mammofed.v1.UnmaskShares.$Shape|null;
             *   treeHeadRequest?: mammofed.v1.TreeHeadRequest.$Shape|null;
             *   treeHeadAnswer?: mammofed.v1.TreeHeadAnswer.$Shape|null;
             *   consistencyRequest?: mammofed.v1.ConsistencyRequest.$Shape|null;
             *   consistencyProof?: mammofed.v1.ConsistencyProof.$Shape|null;
             *   logRecordRequest?: mammofed.v1.LogRecordRequest.$Shape|null;
             *   logRecord?: mammofed.v1.LogRecord.$Shape|null;
             *   runOffer?: mammofed.v1.RunOffer.$Shape|null;
             *   runAgreed?: mammofed.v1.RunAgreed.$Shape|null;
             *   offerAgain?: mammofed.v1.OfferAgain.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "refused"; refused: mammofed.v1.Refused.$Shape; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrol"; refused?: null; enrol: mammofed.v1.Enrol.$Shape; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrolled"; refused?: null; enrol?: null; enrolled: mammofed.v1.Enrolled.$Shape; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "ready"; refused?: null; enrol?: null; enrolled?: null; ready: mammofed.v1.Ready.$Shape; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "welcome"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome: mammofed.v1.Welcome.$Shape; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterUpdate"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate: mammofed.v1.RosterUpdate.$Shape; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterTaken"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken: mammofed.v1.RosterTaken.$Shape; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "trainTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask: mammofed.v1.TrainTask.$Shape; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluateTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask: mammofed.v1.EvaluateTask.$Shape; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "cancelTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask: mammofed.v1.CancelTask.$Shape; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted: mammofed.v1.TaskAccepted.$Shape; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "progress"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress: mammofed.v1.Progress.$Shape; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskFailed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed: mammofed.v1.TaskFailed.$Shape; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "trained"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained: mammofed.v1.Trained.$Shape; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "trainedNoted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted: mammofed.v1.TrainedNoted.$Shape; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunkRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest: mammofed.v1.ChunkRequest.$Shape; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk: mammofed.v1.Chunk.$Shape; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadOpen"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen: mammofed.v1.UploadOpen.$Shape; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadStatus"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus: mammofed.v1.UploadStatus.$Shape; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadChunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk: mammofed.v1.UploadChunk.$Shape; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationReport"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport: mammofed.v1.EvaluationReport.$Shape; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationStored"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored: mammofed.v1.EvaluationStored.$Shape; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "advertiseRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest: mammofed.v1.AdvertiseRequest.$Shape; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "advertisement"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement: mammofed.v1.Advertisement.$Shape; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "roll"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll: mammofed.v1.Roll.$Shape; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "dealtShares"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares: mammofed.v1.DealtShares.$Shape; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "maskRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest: mammofed.v1.MaskRequest.$Shape; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "maskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted: mammofed.v1.MaskAccepted.$Shape; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "confirmRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest: mammofed.v1.ConfirmRequest.$Shape; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "confirmation"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation: mammofed.v1.Confirmation.$Shape; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "unmaskRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest: mammofed.v1.UnmaskRequest.$Shape; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "unmaskShares"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares: mammofed.v1.UnmaskShares.$Shape; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "treeHeadRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest: mammofed.v1.TreeHeadRequest.$Shape; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "treeHeadAnswer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer: mammofed.v1.TreeHeadAnswer.$Shape; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "consistencyRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest: mammofed.v1.ConsistencyRequest.$Shape; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "consistencyProof"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof: mammofed.v1.ConsistencyProof.$Shape; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "logRecordRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest: mammofed.v1.LogRecordRequest.$Shape; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "logRecord"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord: mammofed.v1.LogRecord.$Shape; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "runOffer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer: mammofed.v1.RunOffer.$Shape; runAgreed?: null; offerAgain?: null }|{ body?: "runAgreed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed: mammofed.v1.RunAgreed.$Shape; offerAgain?: null }|{ body?: "offerAgain"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain: mammofed.v1.OfferAgain.$Shape })
             * )} mammofed.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof mammofed.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {mammofed.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope id.
             * @member {number} id
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.id = 0;

            /**
             * Envelope replyTo.
             * @member {number} replyTo
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.replyTo = 0;

            /**
             * Envelope refused.
             * @member {mammofed.v1.Refused.$Properties|null|undefined} refused
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.refused = null;

            /**
             * Envelope enrol.
             * @member {mammofed.v1.Enrol.$Properties|null|undefined} enrol
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.enrol = null;

            /**
             * Envelope enrolled.
             * @member {mammofed.v1.Enrolled.$Properties|null|undefined} enrolled
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.enrolled = null;

            /**
             * Envelope ready.
             * @member {mammofed.v1.Ready.$Properties|null|undefined} ready
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.ready = null;

            /**
             * Envelope welcome.
             * @member {mammofed.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.welcome = null;

            /**
             * Envelope rosterUpdate.
             * @member {mammofed.v1.RosterUpdate.$Properties|null|undefined} rosterUpdate
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.rosterUpdate = null;

            /**
             * Envelope rosterTaken.
             * @member {mammofed.v1.RosterTaken.$Properties|null|undefined} rosterTaken
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.rosterTaken = null;

            /**
             * Envelope trainTask.
             * @member {mammofed.v1.TrainTask.$Properties|null|undefined} trainTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.trainTask = null;

            /**
             * Envelope evaluateTask.
             * @member {mammofed.v1.EvaluateTask.$Properties|null|undefined} evaluateTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluateTask = null;

            /**
             * Envelope cancelTask.
             * @member {mammofed.v1.CancelTask.$Properties|null|undefined} cancelTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.cancelTask = null;

            /**
             * Envelope taskAccepted.
             * @member {mammofed.v1.TaskAccepted.$Properties|null|undefined} taskAccepted
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.taskAccepted = null;

            /**
             * Envelope progress.
             * @member {mammofed.v1.Progress.$Properties|null|undefined} progress
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.progress = null;

            /**
             * Envelope taskFailed.
             * @member {mammofed.v1.TaskFailed.$Properties|null|undefined} taskFailed
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.taskFailed = null;

            /**
             * Envelope trained.
             * @member {mammofed.v1.Trained.$Properties|null|undefined} trained
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.trained = null;

            /**
             * Envelope trainedNoted.
             * @member {mammofed.v1.TrainedNoted.$Properties|null|undefined} trainedNoted
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.trainedNoted = null;

            /**
             * Envelope chunkRequest.
             * @member {mammofed.v1.ChunkRequest.$Properties|null|undefined} chunkRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.chunkRequest = null;

            /**
             * Envelope chunk.
             * @member {mammofed.v1.Chunk.$Properties|null|undefined} chunk
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.chunk = null;

            /**
             * Envelope uploadOpen.
             * @member {mammofed.v1.UploadOpen.$Properties|null|undefined} uploadOpen
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadOpen = null;

            /**
             * Envelope uploadStatus.
             * @member {mammofed.v1.UploadStatus.$Properties|null|undefined} uploadStatus
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadStatus = null;

            /**
             * Envelope uploadChunk.
             * @member {mammofed.v1.UploadChunk.$Properties|null|undefined} uploadChunk
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadChunk = null;

            /**
             * Envelope evaluationReport.
             * @member {mammofed.v1.EvaluationReport.$Properties|null|undefined} evaluationReport
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluationReport = null;

            /**
             * Envelope evaluationStored.
             * @member {mammofed.v1.EvaluationStored.$Properties|null|undefined} evaluationStored
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluationStored = null;

            /**
             * Envelope advertiseRequest.
             * @member {mammofed.v1.AdvertiseRequest.$Properties|null|undefined} advertiseRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.advertiseRequest = null;

            /**
             * Envelope advertisement.
             * @member {mammofed.v1.Advertisement.$Properties|null|undefined} advertisement
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.advertisement = null;

            /**
             * Envelope roll.
             * @member {mammofed.v1.Roll.$Properties|null|undefined} roll
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.roll = null;

            /**
             * Envelope dealtShares.
             * @member {mammofed.v1.DealtShares.$Properties|null|undefined} dealtShares
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.dealtShares = null;

            /**
             * Envelope maskRequest.
             * @member {mammofed.v1.MaskRequest.$Properties|null|undefined} maskRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.maskRequest = null;

            /**
             * Envelope maskAccepted.
             * @member {mammofed.v1.MaskAccepted.$Properties|null|undefined} maskAccepted
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.maskAccepted = null;

            /**
             * Envelope confirmRequest.
             * @member {mammofed.v1.ConfirmRequest.$Properties|null|undefined} confirmRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.confirmRequest = null;

            /**
             * Envelope confirmation.
             * @member {mammofed.v1.Confirmation.$Properties|null|undefined} confirmation
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.confirmation = null;

            /**
             * Envelope unmaskRequest.
             * @member {mammofed.v1.UnmaskRequest.$Properties|null|undefined} unmaskRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.unmaskRequest = null;

            /**
             * Envelope unmaskShares.
             * @member {mammofed.v1.UnmaskShares.$Properties|null|undefined} unmaskShares
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.unmaskShares = null;

            /**
             * Envelope treeHeadRequest.
             * @member {mammofed.v1.TreeHeadRequest.$Properties|null|undefined} treeHeadRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.treeHeadRequest = null;

            /**
             * Envelope treeHeadAnswer.
             * @member {mammofed.v1.TreeHeadAnswer.$Properties|null|undefined} treeHeadAnswer
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.treeHeadAnswer = null;

            /**
             * Envelope consistencyRequest.
             * @member {mammofed.v1.ConsistencyRequest.$Properties|null|undefined} consistencyRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.consistencyRequest = null;

            /**
             * Envelope consistencyProof.
             * @member {mammofed.v1.ConsistencyProof.$Properties|null|undefined} consistencyProof
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.consistencyProof = null;

            /**
             * Envelope logRecordRequest.
             * @member {mammofed.v1.LogRecordRequest.$Properties|null|undefined} logRecordRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.logRecordRequest = null;

            /**
             * Envelope logRecord.
             * @member {mammofed.v1.LogRecord.$Properties|null|undefined} logRecord
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.logRecord = null;

            /**
             * Envelope runOffer.
             * @member {mammofed.v1.RunOffer.$Properties|null|undefined} runOffer
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.runOffer = null;

            /**
             * Envelope runAgreed.
             * @member {mammofed.v1.RunAgreed.$Properties|null|undefined} runAgreed
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.runAgreed = null;

            /**
             * Envelope offerAgain.
             * @member {mammofed.v1.OfferAgain.$Properties|null|undefined} offerAgain
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.offerAgain = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"trained"|"trainedNoted"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"advertiseRequest"|"advertisement"|"roll"|"dealtShares"|"maskRequest"|"maskAccepted"|"confirmRequest"|"confirmation"|"unmaskRequest"|"unmaskShares"|"treeHeadRequest"|"treeHeadAnswer"|"consistencyRequest"|"consistencyProof"|"logRecordRequest"|"logRecord"|"runOffer"|"runAgreed"|"offerAgain"|undefined} body
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["refused", "enrol", "enrolled", "ready", "welcome", "rosterUpdate", "rosterTaken", "trainTask", "evaluateTask", "cancelTask", "taskAccepted", "progress", "taskFailed", "trained", "trainedNoted", "chunkRequest", "chunk", "uploadOpen", "uploadStatus", "uploadChunk", "evaluationReport", "evaluationStored", "advertiseRequest", "advertisement", "roll", "dealtShares", "maskRequest", "maskAccepted", "confirmRequest", "confirmation", "unmaskRequest", "unmaskShares", "treeHeadRequest", "treeHeadAnswer", "consistencyRequest", "consistencyProof", "logRecordRequest", "logRecord", "runOffer", "runAgreed", "offerAgain"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link mammofed.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {mammofed.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo") && message.replyTo !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.replyTo);
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    $root.mammofed.v1.Refused.encode(message.refused, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.enrol != null && $Object.hasOwnProperty.call(message, "enrol"))
                    $root.mammofed.v1.Enrol.encode(message.enrol, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    $root.mammofed.v1.Enrolled.encode(message.enrolled, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    $root.mammofed.v1.Ready.encode(message.ready, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.mammofed.v1.Welcome.encode(message.welcome, writer.uint32(/* id 31, wireType 2 =*/250).fork(), _depth + 1).ldelim();
                if (message.rosterUpdate != null && $Object.hasOwnProperty.call(message, "rosterUpdate"))
                    $root.mammofed.v1.RosterUpdate.encode(message.rosterUpdate, writer.uint32(/* id 32, wireType 2 =*/258).fork(), _depth + 1).ldelim();
                if (message.rosterTaken != null && $Object.hasOwnProperty.call(message, "rosterTaken"))
                    $root.mammofed.v1.RosterTaken.encode(message.rosterTaken, writer.uint32(/* id 33, wireType 2 =*/266).fork(), _depth + 1).ldelim();
                if (message.trainTask != null && $Object.hasOwnProperty.call(message, "trainTask"))
                    $root.mammofed.v1.TrainTask.encode(message.trainTask, writer.uint32(/* id 40, wireType 2 =*/322).fork(), _depth + 1).ldelim();
                if (message.evaluateTask != null && $Object.hasOwnProperty.call(message, "evaluateTask"))
                    $root.mammofed.v1.EvaluateTask.encode(message.evaluateTask, writer.uint32(/* id 41, wireType 2 =*/330).fork(), _depth + 1).ldelim();
                if (message.cancelTask != null && $Object.hasOwnProperty.call(message, "cancelTask"))
                    $root.mammofed.v1.CancelTask.encode(message.cancelTask, writer.uint32(/* id 42, wireType 2 =*/338).fork(), _depth + 1).ldelim();
                if (message.taskAccepted != null && $Object.hasOwnProperty.call(message, "taskAccepted"))
                    $root.mammofed.v1.TaskAccepted.encode(message.taskAccepted, writer.uint32(/* id 43, wireType 2 =*/346).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.mammofed.v1.Progress.encode(message.progress, writer.uint32(/* id 44, wireType 2 =*/354).fork(), _depth + 1).ldelim();
                if (message.taskFailed != null && $Object.hasOwnProperty.call(message, "taskFailed"))
                    $root.mammofed.v1.TaskFailed.encode(message.taskFailed, writer.uint32(/* id 45, wireType 2 =*/362).fork(), _depth + 1).ldelim();
                if (message.trained != null && $Object.hasOwnProperty.call(message, "trained"))
                    $root.mammofed.v1.Trained.encode(message.trained, writer.uint32(/* id 46, wireType 2 =*/370).fork(), _depth + 1).ldelim();
                if (message.trainedNoted != null && $Object.hasOwnProperty.call(message, "trainedNoted"))
                    $root.mammofed.v1.TrainedNoted.encode(message.trainedNoted, writer.uint32(/* id 47, wireType 2 =*/378).fork(), _depth + 1).ldelim();
                if (message.chunkRequest != null && $Object.hasOwnProperty.call(message, "chunkRequest"))
                    $root.mammofed.v1.ChunkRequest.encode(message.chunkRequest, writer.uint32(/* id 50, wireType 2 =*/402).fork(), _depth + 1).ldelim();
                if (message.chunk != null && $Object.hasOwnProperty.call(message, "chunk"))
                    $root.mammofed.v1.Chunk.encode(message.chunk, writer.uint32(/* id 51, wireType 2 =*/410).fork(), _depth + 1).ldelim();
                if (message.uploadOpen != null && $Object.hasOwnProperty.call(message, "uploadOpen"))
                    $root.mammofed.v1.UploadOpen.encode(message.uploadOpen, writer.uint32(/* id 60, wireType 2 =*/482).fork(), _depth + 1).ldelim();
                if (message.uploadStatus != null && $Object.hasOwnProperty.call(message, "uploadStatus"))
                    $root.mammofed.v1.UploadStatus.encode(message.uploadStatus, writer.uint32(/* id 61, wireType 2 =*/490).fork(), _depth + 1).ldelim();
                if (message.uploadChunk != null && $Object.hasOwnProperty.call(message, "uploadChunk"))
                    $root.mammofed.v1.UploadChunk.encode(message.uploadChunk, writer.uint32(/* id 62, wireType 2 =*/498).fork(), _depth + 1).ldelim();
                if (message.evaluationReport != null && $Object.hasOwnProperty.call(message, "evaluationReport"))
                    $root.mammofed.v1.EvaluationReport.encode(message.evaluationReport, writer.uint32(/* id 70, wireType 2 =*/562).fork(), _depth + 1).ldelim();
                if (message.evaluationStored != null && $Object.hasOwnProperty.call(message, "evaluationStored"))
                    $root.mammofed.v1.EvaluationStored.encode(message.evaluationStored, writer.uint32(/* id 71, wireType 2 =*/570).fork(), _depth + 1).ldelim();
                if (message.advertiseRequest != null && $Object.hasOwnProperty.call(message, "advertiseRequest"))
                    $root.mammofed.v1.AdvertiseRequest.encode(message.advertiseRequest, writer.uint32(/* id 80, wireType 2 =*/642).fork(), _depth + 1).ldelim();
                if (message.advertisement != null && $Object.hasOwnProperty.call(message, "advertisement"))
                    $root.mammofed.v1.Advertisement.encode(message.advertisement, writer.uint32(/* id 81, wireType 2 =*/650).fork(), _depth + 1).ldelim();
                if (message.roll != null && $Object.hasOwnProperty.call(message, "roll"))
                    $root.mammofed.v1.Roll.encode(message.roll, writer.uint32(/* id 82, wireType 2 =*/658).fork(), _depth + 1).ldelim();
                if (message.dealtShares != null && $Object.hasOwnProperty.call(message, "dealtShares"))
                    $root.mammofed.v1.DealtShares.encode(message.dealtShares, writer.uint32(/* id 83, wireType 2 =*/666).fork(), _depth + 1).ldelim();
                if (message.maskRequest != null && $Object.hasOwnProperty.call(message, "maskRequest"))
                    $root.mammofed.v1.MaskRequest.encode(message.maskRequest, writer.uint32(/* id 84, wireType 2 =*/674).fork(), _depth + 1).ldelim();
                if (message.maskAccepted != null && $Object.hasOwnProperty.call(message, "maskAccepted"))
                    $root.mammofed.v1.MaskAccepted.encode(message.maskAccepted, writer.uint32(/* id 85, wireType 2 =*/682).fork(), _depth + 1).ldelim();
                if (message.confirmRequest != null && $Object.hasOwnProperty.call(message, "confirmRequest"))
                    $root.mammofed.v1.ConfirmRequest.encode(message.confirmRequest, writer.uint32(/* id 86, wireType 2 =*/690).fork(), _depth + 1).ldelim();
                if (message.confirmation != null && $Object.hasOwnProperty.call(message, "confirmation"))
                    $root.mammofed.v1.Confirmation.encode(message.confirmation, writer.uint32(/* id 87, wireType 2 =*/698).fork(), _depth + 1).ldelim();
                if (message.unmaskRequest != null && $Object.hasOwnProperty.call(message, "unmaskRequest"))
                    $root.mammofed.v1.UnmaskRequest.encode(message.unmaskRequest, writer.uint32(/* id 88, wireType 2 =*/706).fork(), _depth + 1).ldelim();
                if (message.unmaskShares != null && $Object.hasOwnProperty.call(message, "unmaskShares"))
                    $root.mammofed.v1.UnmaskShares.encode(message.unmaskShares, writer.uint32(/* id 89, wireType 2 =*/714).fork(), _depth + 1).ldelim();
                if (message.treeHeadRequest != null && $Object.hasOwnProperty.call(message, "treeHeadRequest"))
                    $root.mammofed.v1.TreeHeadRequest.encode(message.treeHeadRequest, writer.uint32(/* id 90, wireType 2 =*/722).fork(), _depth + 1).ldelim();
                if (message.treeHeadAnswer != null && $Object.hasOwnProperty.call(message, "treeHeadAnswer"))
                    $root.mammofed.v1.TreeHeadAnswer.encode(message.treeHeadAnswer, writer.uint32(/* id 91, wireType 2 =*/730).fork(), _depth + 1).ldelim();
                if (message.consistencyRequest != null && $Object.hasOwnProperty.call(message, "consistencyRequest"))
                    $root.mammofed.v1.ConsistencyRequest.encode(message.consistencyRequest, writer.uint32(/* id 92, wireType 2 =*/738).fork(), _depth + 1).ldelim();
                if (message.consistencyProof != null && $Object.hasOwnProperty.call(message, "consistencyProof"))
                    $root.mammofed.v1.ConsistencyProof.encode(message.consistencyProof, writer.uint32(/* id 93, wireType 2 =*/746).fork(), _depth + 1).ldelim();
                if (message.logRecordRequest != null && $Object.hasOwnProperty.call(message, "logRecordRequest"))
                    $root.mammofed.v1.LogRecordRequest.encode(message.logRecordRequest, writer.uint32(/* id 94, wireType 2 =*/754).fork(), _depth + 1).ldelim();
                if (message.logRecord != null && $Object.hasOwnProperty.call(message, "logRecord"))
                    $root.mammofed.v1.LogRecord.encode(message.logRecord, writer.uint32(/* id 95, wireType 2 =*/762).fork(), _depth + 1).ldelim();
                if (message.runOffer != null && $Object.hasOwnProperty.call(message, "runOffer"))
                    $root.mammofed.v1.RunOffer.encode(message.runOffer, writer.uint32(/* id 100, wireType 2 =*/802).fork(), _depth + 1).ldelim();
                if (message.runAgreed != null && $Object.hasOwnProperty.call(message, "runAgreed"))
                    $root.mammofed.v1.RunAgreed.encode(message.runAgreed, writer.uint32(/* id 101, wireType 2 =*/810).fork(), _depth + 1).ldelim();
                if (message.offerAgain != null && $Object.hasOwnProperty.call(message, "offerAgain"))
                    $root.mammofed.v1.OfferAgain.encode(message.offerAgain, writer.uint32(/* id 102, wireType 2 =*/818).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replyTo = value;
                            else
                                delete message.replyTo;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.refused = $root.mammofed.v1.Refused.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                            message.body = "refused";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.enrol = $root.mammofed.v1.Enrol.decode(reader, reader.size(), $undefined, _depth + 1, message.enrol);
                            message.body = "enrol";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.enrolled = $root.mammofed.v1.Enrolled.decode(reader, reader.size(), $undefined, _depth + 1, message.enrolled);
                            message.body = "enrolled";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.ready = $root.mammofed.v1.Ready.decode(reader, reader.size(), $undefined, _depth + 1, message.ready);
                            message.body = "ready";
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.mammofed.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.rosterUpdate = $root.mammofed.v1.RosterUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.rosterUpdate);
                            message.body = "rosterUpdate";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.rosterTaken = $root.mammofed.v1.RosterTaken.decode(reader, reader.size(), $undefined, _depth + 1, message.rosterTaken);
                            message.body = "rosterTaken";
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            message.trainTask = $root.mammofed.v1.TrainTask.decode(reader, reader.size(), $undefined, _depth + 1, message.trainTask);
                            message.body = "trainTask";
                            continue;
                        }
                    case 41: {
                            if (wireType !== 2)
                                break;
                            message.evaluateTask = $root.mammofed.v1.EvaluateTask.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluateTask);
                            message.body = "evaluateTask";
                            continue;
                        }
                    case 42: {
                            if (wireType !== 2)
                                break;
                            message.cancelTask = $root.mammofed.v1.CancelTask.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelTask);
                            message.body = "cancelTask";
                            continue;
                        }
                    case 43: {
                            if (wireType !== 2)
                                break;
                            message.taskAccepted = $root.mammofed.v1.TaskAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.taskAccepted);
                            message.body = "taskAccepted";
                            continue;
                        }
                    case 44: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.mammofed.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.body = "progress";
                            continue;
                        }
                    case 45: {
                            if (wireType !== 2)
                                break;
                            message.taskFailed = $root.mammofed.v1.TaskFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.taskFailed);
                            message.body = "taskFailed";
                            continue;
                        }
                    case 46: {
                            if (wireType !== 2)
                                break;
                            message.trained = $root.mammofed.v1.Trained.decode(reader, reader.size(), $undefined, _depth + 1, message.trained);
                            message.body = "trained";
                            continue;
                        }
                    case 47: {
                            if (wireType !== 2)
                                break;
                            message.trainedNoted = $root.mammofed.v1.TrainedNoted.decode(reader, reader.size(), $undefined, _depth + 1, message.trainedNoted);
                            message.body = "trainedNoted";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.chunkRequest = $root.mammofed.v1.ChunkRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.chunkRequest);
                            message.body = "chunkRequest";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.chunk = $root.mammofed.v1.Chunk.decode(reader, reader.size(), $undefined, _depth + 1, message.chunk);
                            message.body = "chunk";
                            continue;
                        }
                    case 60: {
                            if (wireType !== 2)
                                break;
                            message.uploadOpen = $root.mammofed.v1.UploadOpen.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadOpen);
                            message.body = "uploadOpen";
                            continue;
                        }
                    case 61: {
                            if (wireType !== 2)
                                break;
                            message.uploadStatus = $root.mammofed.v1.UploadStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadStatus);
                            message.body = "uploadStatus";
                            continue;
                        }
                    case 62: {
                            if (wireType !== 2)
                                break;
                            message.uploadChunk = $root.mammofed.v1.UploadChunk.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadChunk);
                            message.body = "uploadChunk";
                            continue;
                        }
                    case 70: {
                            if (wireType !== 2)
                                break;
                            message.evaluationReport = $root.mammofed.v1.EvaluationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluationReport);
                            message.body = "evaluationReport";
                            continue;
                        }
                    case 71: {
                            if (wireType !== 2)
                                break;
                            message.evaluationStored = $root.mammofed.v1.EvaluationStored.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluationStored);
                            message.body = "evaluationStored";
                            continue;
                        }
                    case 80: {
                            if (wireType !== 2)
                                break;
                            message.advertiseRequest = $root.mammofed.v1.AdvertiseRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.advertiseRequest);
                            message.body = "advertiseRequest";
                            continue;
                        }
                    case 81: {
                            if (wireType !== 2)
                                break;
                            message.advertisement = $root.mammofed.v1.Advertisement.decode(reader, reader.size(), $undefined, _depth + 1, message.advertisement);
                            message.body = "advertisement";
                            continue;
                        }
                    case 82: {
                            if (wireType !== 2)
                                break;
                            message.roll = $root.mammofed.v1.Roll.decode(reader, reader.size(), $undefined, _depth + 1, message.roll);
                            message.body = "roll";
                            continue;
                        }
                    case 83: {
                            if (wireType !== 2)
                                break;
                            message.dealtShares = $root.mammofed.v1.DealtShares.decode(reader, reader.size(), $undefined, _depth + 1, message.dealtShares);
                            message.body = "dealtShares";
                            continue;
                        }
                    case 84: {
                            if (wireType !== 2)
                                break;
                            message.maskRequest = $root.mammofed.v1.MaskRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.maskRequest);
                            message.body = "maskRequest";
                            continue;
                        }
                    case 85: {
                            if (wireType !== 2)
                                break;
                            message.maskAccepted = $root.mammofed.v1.MaskAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.maskAccepted);
                            message.body = "maskAccepted";
                            continue;
                        }
                    case 86: {
                            if (wireType !== 2)
                                break;
                            message.confirmRequest = $root.mammofed.v1.ConfirmRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.confirmRequest);
                            message.body = "confirmRequest";
                            continue;
                        }
                    case 87: {
                            if (wireType !== 2)
                                break;
                            message.confirmation = $root.mammofed.v1.Confirmation.decode(reader, reader.size(), $undefined, _depth + 1, message.confirmation);
                            message.body = "confirmation";
                            continue;
                        }
                    case 88: {
                            if (wireType !== 2)
                                break;
                            message.unmaskRequest = $root.mammofed.v1.UnmaskRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.unmaskRequest);
                            message.body = "unmaskRequest";
                            continue;
                        }
                    case 89: {
                            if (wireType !== 2)
                                break;
                            message.unmaskShares = $root.mammofed.v1.UnmaskShares.decode(reader, reader.size(), $undefined, _depth + 1, message.unmaskShares);
                            message.body = "unmaskShares";
                            continue;
                        }
                    case 90: {
                            if (wireType !== 2)
                                break;
                            message.treeHeadRequest = $root.mammofed.v1.TreeHeadRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHeadRequest);
                            message.body = "treeHeadRequest";
                            continue;
                        }
                    case 91: {
                            if (wireType !== 2)
                                break;
                            message.treeHeadAnswer = $root.mammofed.v1.TreeHeadAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHeadAnswer);
                            message.body = "treeHeadAnswer";
                            continue;
                        }
                    case 92: {
                            if (wireType !== 2)
                                break;
                            message.consistencyRequest = $root.mammofed.v1.ConsistencyRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.consistencyRequest);
                            message.body = "consistencyRequest";
                            continue;
                        }
                    case 93: {
                            if (wireType !== 2)
                                break;
                            message.consistencyProof = $root.mammofed.v1.ConsistencyProof.decode(reader, reader.size(), $undefined, _depth + 1, message.consistencyProof);
                            message.body = "consistencyProof";
                            continue;
                        }
                    case 94: {
                            if (wireType !== 2)
                                break;
                            message.logRecordRequest = $root.mammofed.v1.LogRecordRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.logRecordRequest);
                            message.body = "logRecordRequest";
                            continue;
                        }
                    case 95: {
                            if (wireType !== 2)
                                break;
                            message.logRecord = $root.mammofed.v1.LogRecord.decode(reader, reader.size(), $undefined, _depth + 1, message.logRecord);
                            message.body = "logRecord";
                            continue;
                        }
                    case 100: {
                            if (wireType !== 2)
                                break;
                            message.runOffer = $root.mammofed.v1.RunOffer.decode(reader, reader.size(), $undefined, _depth + 1, message.runOffer);
                            message.body = "runOffer";
                            continue;
                        }
                    case 101: {
                            if (wireType !== 2)
                                break;
                            message.runAgreed = $root.mammofed.v1.RunAgreed.decode(reader, reader.size(), $undefined, _depth + 1, message.runAgreed);
                            message.body = "runAgreed";
                            continue;
                        }
                    case 102: {
                            if (wireType !== 2)
                                break;
                            message.offerAgain = $root.mammofed.v1.OfferAgain.decode(reader, reader.size(), $undefined, _depth + 1, message.offerAgain);
                            message.body = "offerAgain";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Envelope} Envelope
             */
            Envelope.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Envelope)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Envelope: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Envelope();
                if (object.id != null)
                    if ($Number(object.id) !== 0)
                        message.id = object.id >>> 0;
                if (object.replyTo != null)
                    if ($Number(object.replyTo) !== 0)
                        message.replyTo = object.replyTo >>> 0;
                if (object.refused != null) {
                    if (!$util.isObject(object.refused))
                        throw $TypeError(".mammofed.v1.Envelope.refused: object expected");
                    message.refused = $root.mammofed.v1.Refused.fromObject(object.refused, _depth + 1);
                }
                if (object.enrol != null) {
                    if (!$util.isObject(object.enrol))
                        throw $TypeError(".mammofed.v1.Envelope.enrol: object expected");
                    message.enrol = $root.mammofed.v1.Enrol.fromObject(object.enrol, _depth + 1);
                }
                if (object.enrolled != null) {
                    if (!$util.isObject(object.enrolled))
                        throw $TypeError(".mammofed.v1.Envelope.enrolled: object expected");
                    message.enrolled = $root.mammofed.v1.Enrolled.fromObject(object.enrolled, _depth + 1);
                }
                if (object.ready != null) {
                    if (!$util.isObject(object.ready))
                        throw $TypeError(".mammofed.v1.Envelope.ready: object expected");
                    message.ready = $root.mammofed.v1.Ready.fromObject(object.ready, _depth + 1);
                }
                if (object.welcome != null) {
                    if (!$util.isObject(object.welcome))
                        throw $TypeError(".mammofed.v1.Envelope.welcome: object expected");
                    message.welcome = $root.mammofed.v1.Welcome.fromObject(object.welcome, _depth + 1);
                }
                if (object.rosterUpdate != null) {
                    if (!$util.isObject(object.rosterUpdate))
                        throw $TypeError(".mammofed.v1.Envelope.rosterUpdate: object expected");
                    message.rosterUpdate = $root.mammofed.v1.RosterUpdate.fromObject(object.rosterUpdate, _depth + 1);
                }
                if (object.rosterTaken != null) {
                    if (!$util.isObject(object.rosterTaken))
                        throw $TypeError(".mammofed.v1.Envelope.rosterTaken: object expected");
                    message.rosterTaken = $root.mammofed.v1.RosterTaken.fromObject(object.rosterTaken, _depth + 1);
                }
                if (object.trainTask != null) {
                    if (!$util.isObject(object.trainTask))
                        throw $TypeError(".mammofed.v1.Envelope.trainTask: object expected");
                    message.trainTask = $root.mammofed.v1.TrainTask.fromObject(object.trainTask, _depth + 1);
                }
                if (object.evaluateTask != null) {
                    if (!$util.isObject(object.evaluateTask))
                        throw $TypeError(".mammofed.v1.Envelope.evaluateTask: object expected");
                    message.evaluateTask = $root.mammofed.v1.EvaluateTask.fromObject(object.evaluateTask, _depth + 1);
                }
                if (object.cancelTask != null) {
                    if (!$util.isObject(object.cancelTask))
                        throw $TypeError(".mammofed.v1.Envelope.cancelTask: object expected");
                    message.cancelTask = $root.mammofed.v1.CancelTask.fromObject(object.cancelTask, _depth + 1);
                }
                if (object.taskAccepted != null) {
                    if (!$util.isObject(object.taskAccepted))
                        throw $TypeError(".mammofed.v1.Envelope.taskAccepted: object expected");
                    message.taskAccepted = $root.mammofed.v1.TaskAccepted.fromObject(object.taskAccepted, _depth + 1);
                }
                if (object.progress != null) {
                    if (!$util.isObject(object.progress))
                        throw $TypeError(".mammofed.v1.Envelope.progress: object expected");
                    message.progress = $root.mammofed.v1.Progress.fromObject(object.progress, _depth + 1);
                }
                if (object.taskFailed != null) {
                    if (!$util.isObject(object.taskFailed))
                        throw $TypeError(".mammofed.v1.Envelope.taskFailed: object expected");
                    message.taskFailed = $root.mammofed.v1.TaskFailed.fromObject(object.taskFailed, _depth + 1);
                }
                if (object.trained != null) {
                    if (!$util.isObject(object.trained))
                        throw $TypeError(".mammofed.v1.Envelope.trained: object expected");
                    message.trained = $root.mammofed.v1.Trained.fromObject(object.trained, _depth + 1);
                }
                if (object.trainedNoted != null) {
                    if (!$util.isObject(object.trainedNoted))
                        throw $TypeError(".mammofed.v1.Envelope.trainedNoted: object expected");
                    message.trainedNoted = $root.mammofed.v1.TrainedNoted.fromObject(object.trainedNoted, _depth + 1);
                }
                if (object.chunkRequest != null) {
                    if (!$util.isObject(object.chunkRequest))
                        throw $TypeError(".mammofed.v1.Envelope.chunkRequest: object expected");
                    message.chunkRequest = $root.mammofed.v1.ChunkRequest.fromObject(object.chunkRequest, _depth + 1);
                }
                if (object.chunk != null) {
                    if (!$util.isObject(object.chunk))
                        throw $TypeError(".mammofed.v1.Envelope.chunk: object expected");
                    message.chunk = $root.mammofed.v1.Chunk.fromObject(object.chunk, _depth + 1);
                }
                if (object.uploadOpen != null) {
                    if (!$util.isObject(object.uploadOpen))
                        throw $TypeError(".mammofed.v1.Envelope.uploadOpen: object expected");
                    message.uploadOpen = $root.mammofed.v1.UploadOpen.fromObject(object.uploadOpen, _depth + 1);
                }
                if (object.uploadStatus != null) {
                    if (!$util.isObject(object.uploadStatus))
                        throw $TypeError(".mammofed.v1.Envelope.uploadStatus: object expected");
                    message.uploadStatus = $root.mammofed.v1.UploadStatus.fromObject(object.uploadStatus, _depth + 1);
                }
                if (object.uploadChunk != null) {
                    if (!$util.isObject(object.uploadChunk))
                        throw $TypeError(".mammofed.v1.Envelope.uploadChunk: object expected");
                    message.uploadChunk = $root.mammofed.v1.UploadChunk.fromObject(object.uploadChunk, _depth + 1);
                }
                if (object.evaluationReport != null) {
                    if (!$util.isObject(object.evaluationReport))
                        throw $TypeError(".mammofed.v1.Envelope.evaluationReport: object expected");
                    message.evaluationReport = $root.mammofed.v1.EvaluationReport.fromObject(object.evaluationReport, _depth + 1);
                }
                if (object.evaluationStored != null) {
                    if (!$util.isObject(object.evaluationStored))
                        throw $TypeError(".mammofed.v1.Envelope.evaluationStored: object expected");
                    message.evaluationStored = $root.mammofed.v1.EvaluationStored.fromObject(object.evaluationStored, _depth + 1);
                }
                if (object.advertiseRequest != null) {
                    if (!$util.isObject(object.advertiseRequest))
                        throw $TypeError(".mammofed.v1.Envelope.advertiseRequest: object expected");
                    message.advertiseRequest = $root.mammofed.v1.AdvertiseRequest.fromObject(object.advertiseRequest, _depth + 1);
                }
                if (object.advertisement != null) {
                    if (!$util.isObject(object.advertisement))
                        throw $TypeError(".mammofed.v1.Envelope.advertisement: object expected");
                    message.advertisement = $root.mammofed.v1.Advertisement.fromObject(object.advertisement, _depth + 1);
                }
                if (object.roll != null) {
                    if (!$util.isObject(object.roll))
                        throw $TypeError(".mammofed.v1.Envelope.roll: object expected");
                    message.roll = $root.mammofed.v1.Roll.fromObject(object.roll, _depth + 1);
                }
                if (object.dealtShares != null) {
                    if (!$util.isObject(object.dealtShares))
                        throw $TypeError(".mammofed.v1.Envelope.dealtShares: object expected");
                    message.dealtShares = $root.mammofed.v1.DealtShares.fromObject(object.dealtShares, _depth + 1);
                }
                if (object.maskRequest != null) {
                    if (!$util.isObject(object.maskRequest))
                        throw $TypeError(".mammofed.v1.Envelope.maskRequest: object expected");
                    message.maskRequest = $root.mammofed.v1.MaskRequest.fromObject(object.maskRequest, _depth + 1);
                }
                if (object.maskAccepted != null) {
                    if (!$util.isObject(object.maskAccepted))
                        throw $TypeError(".mammofed.v1.Envelope.maskAccepted: object expected");
                    message.maskAccepted = $root.mammofed.v1.MaskAccepted.fromObject(object.maskAccepted, _depth + 1);
                }
                if (object.confirmRequest != null) {
                    if (!$util.isObject(object.confirmRequest))
                        throw $TypeError(".mammofed.v1.Envelope.confirmRequest: object expected");
                    message.confirmRequest = $root.mammofed.v1.ConfirmRequest.fromObject(object.confirmRequest, _depth + 1);
                }
                if (object.confirmation != null) {
                    if (!$util.isObject(object.confirmation))
                        throw $TypeError(".mammofed.v1.Envelope.confirmation: object expected");
                    message.confirmation = $root.mammofed.v1.Confirmation.fromObject(object.confirmation, _depth + 1);
                }
                if (object.unmaskRequest != null) {
                    if (!$util.isObject(object.unmaskRequest))
                        throw $TypeError(".mammofed.v1.Envelope.unmaskRequest: object expected");
                    message.unmaskRequest = $root.mammofed.v1.UnmaskRequest.fromObject(object.unmaskRequest, _depth + 1);
                }
                if (object.unmaskShares != null) {
                    if (!$util.isObject(object.unmaskShares))
                        throw $TypeError(".mammofed.v1.Envelope.unmaskShares: object expected");
                    message.unmaskShares = $root.mammofed.v1.UnmaskShares.fromObject(object.unmaskShares, _depth + 1);
                }
                if (object.treeHeadRequest != null) {
                    if (!$util.isObject(object.treeHeadRequest))
                        throw $TypeError(".mammofed.v1.Envelope.treeHeadRequest: object expected");
                    message.treeHeadRequest = $root.mammofed.v1.TreeHeadRequest.fromObject(object.treeHeadRequest, _depth + 1);
                }
                if (object.treeHeadAnswer != null) {
                    if (!$util.isObject(object.treeHeadAnswer))
                        throw $TypeError(".mammofed.v1.Envelope.treeHeadAnswer: object expected");
                    message.treeHeadAnswer = $root.mammofed.v1.TreeHeadAnswer.fromObject(object.treeHeadAnswer, _depth + 1);
                }
                if (object.consistencyRequest != null) {
                    if (!$util.isObject(object.consistencyRequest))
                        throw $TypeError(".mammofed.v1.Envelope.consistencyRequest: object expected");
                    message.consistencyRequest = $root.mammofed.v1.ConsistencyRequest.fromObject(object.consistencyRequest, _depth + 1);
                }
                if (object.consistencyProof != null) {
                    if (!$util.isObject(object.consistencyProof))
                        throw $TypeError(".mammofed.v1.Envelope.consistencyProof: object expected");
                    message.consistencyProof = $root.mammofed.v1.ConsistencyProof.fromObject(object.consistencyProof, _depth + 1);
                }
                if (object.logRecordRequest != null) {
                    if (!$util.isObject(object.logRecordRequest))
                        throw $TypeError(".mammofed.v1.Envelope.logRecordRequest: object expected");
                    message.logRecordRequest = $root.mammofed.v1.LogRecordRequest.fromObject(object.logRecordRequest, _depth + 1);
                }
                if (object.logRecord != null) {
                    if (!$util.isObject(object.logRecord))
                        throw $TypeError(".mammofed.v1.Envelope.logRecord: object expected");
                    message.logRecord = $root.mammofed.v1.LogRecord.fromObject(object.logRecord, _depth + 1);
                }
                if (object.runOffer != null) {
                    if (!$util.isObject(object.runOffer))
                        throw $TypeError(".mammofed.v1.Envelope.runOffer: object expected");
                    message.runOffer = $root.mammofed.v1.RunOffer.fromObject(object.runOffer, _depth + 1);
                }
                if (object.runAgreed != null) {
                    if (!$util.isObject(object.runAgreed))
                        throw $TypeError(".mammofed.v1.Envelope.runAgreed: object expected");
                    message.runAgreed = $root.mammofed.v1.RunAgreed.fromObject(object.runAgreed, _depth + 1);
                }
                if (object.offerAgain != null) {
                    if (!$util.isObject(object.offerAgain))
                        throw $TypeError(".mammofed.v1.Envelope.offerAgain: object expected");
                    message.offerAgain = $root.mammofed.v1.OfferAgain.fromObject(object.offerAgain, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {mammofed.v1.Envelope} message Envelope
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Envelope.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = 0;
                    object.replyTo = 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo"))
                    object.replyTo = message.replyTo;
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused")) {
                    object.refused = $root.mammofed.v1.Refused.toObject(message.refused, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "refused";
                }
                if (message.enrol != null && $Object.hasOwnProperty.call(message, "enrol")) {
                    object.enrol = $root.mammofed.v1.Enrol.toObject(message.enrol, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "enrol";
                }
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled")) {
                    object.enrolled = $root.mammofed.v1.Enrolled.toObject(message.enrolled, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "enrolled";
                }
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready")) {
                    object.ready = $root.mammofed.v1.Ready.toObject(message.ready, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "ready";
                }
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome")) {
                    object.welcome = $root.mammofed.v1.Welcome.toObject(message.welcome, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "welcome";
                }
                if (message.rosterUpdate != null && $Object.hasOwnProperty.call(message, "rosterUpdate")) {
                    object.rosterUpdate = $root.mammofed.v1.RosterUpdate.toObject(message.rosterUpdate, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "rosterUpdate";
                }
                if (message.rosterTaken != null && $Object.hasOwnProperty.call(message, "rosterTaken")) {
                    object.rosterTaken = $root.mammofed.v1.RosterTaken.toObject(message.rosterTaken, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "rosterTaken";
                }
                if (message.trainTask != null && $Object.hasOwnProperty.call(message, "trainTask")) {
                    object.trainTask = $root.mammofed.v1.TrainTask.toObject(message.trainTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "trainTask";
                }
                if (message.evaluateTask != null && $Object.hasOwnProperty.call(message, "evaluateTask")) {
                    object.evaluateTask = $root.mammofed.v1.EvaluateTask.toObject(message.evaluateTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluateTask";
                }
                if (message.cancelTask != null && $Object.hasOwnProperty.call(message, "cancelTask")) {
                    object.cancelTask = $root.mammofed.v1.CancelTask.toObject(message.cancelTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "cancelTask";
                }
                if (message.taskAccepted != null && $Object.hasOwnProperty.call(message, "taskAccepted")) {
                    object.taskAccepted = $root.mammofed.v1.TaskAccepted.toObject(message.taskAccepted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "taskAccepted";
                }
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress")) {
                    object.progress = $root.mammofed.v1.Progress.toObject(message.progress, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "progress";
                }
                if (message.taskFailed != null && $Object.hasOwnProperty.call(message, "taskFailed")) {
                    object.taskFailed = $root.mammofed.v1.TaskFailed.toObject(message.taskFailed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "taskFailed";
                }
                if (message.trained != null && $Object.hasOwnProperty.call(message, "trained")) {
                    object.trained = $root.mammofed.v1.Trained.toObject(message.trained, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "trained";
                }
                if (message.trainedNoted != null && $Object.hasOwnProperty.call(message, "trainedNoted")) {
                    object.trainedNoted = $root.mammofed.v1.TrainedNoted.toObject(message.trainedNoted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "trainedNoted";
                }
                if (message.chunkRequest != null && $Object.hasOwnProperty.call(message, "chunkRequest")) {
                    object.chunkRequest = $root.mammofed.v1.ChunkRequest.toObject(message.chunkRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "chunkRequest";
                }
                if (message.chunk != null && $Object.hasOwnProperty.call(message, "chunk")) {
                    object.chunk = $root.mammofed.v1.Chunk.toObject(message.chunk, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "chunk";
                }
                if (message.uploadOpen != null && $Object.hasOwnProperty.call(message, "uploadOpen")) {
                    object.uploadOpen = $root.mammofed.v1.UploadOpen.toObject(message.uploadOpen, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadOpen";
                }
                if (message.uploadStatus != null && $Object.hasOwnProperty.call(message, "uploadStatus")) {
                    object.uploadStatus = $root.mammofed.v1.UploadStatus.toObject(message.uploadStatus, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadStatus";
                }
                if (message.uploadChunk != null && $Object.hasOwnProperty.call(message, "uploadChunk")) {
                    object.uploadChunk = $root.mammofed.v1.UploadChunk.toObject(message.uploadChunk, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadChunk";
                }
                if (message.evaluationReport != null && $Object.hasOwnProperty.call(message, "evaluationReport")) {
                    object.evaluationReport = $root.mammofed.v1.EvaluationReport.toObject(message.evaluationReport, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluationReport";
                }
                if (message.evaluationStored != null && $Object.hasOwnProperty.call(message, "evaluationStored")) {
                    object.evaluationStored = $root.mammofed.v1.EvaluationStored.toObject(message.evaluationStored, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluationStored";
                }
                if (message.advertiseRequest != null && $Object.hasOwnProperty.call(message, "advertiseRequest")) {
                    object.advertiseRequest = $root.mammofed.v1.AdvertiseRequest.toObject(message.advertiseRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "advertiseRequest";
                }
                if (message.advertisement != null && $Object.hasOwnProperty.call(message, "advertisement")) {
                    object.advertisement = $root.mammofed.v1.Advertisement.toObject(message.advertisement, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "advertisement";
                }
                if (message.roll != null && $Object.hasOwnProperty.call(message, "roll")) {
                    object.roll = $root.mammofed.v1.Roll.toObject(message.roll, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "roll";
                }
                if (message.dealtShares != null && $Object.hasOwnProperty.call(message, "dealtShares")) {
                    object.dealtShares = $root.mammofed.v1.DealtShares.toObject(message.dealtShares, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "dealtShares";
                }
                if (message.maskRequest != null && $Object.hasOwnProperty.call(message, "maskRequest")) {
                    object.maskRequest = $root.mammofed.v1.MaskRequest.toObject(message.maskRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "maskRequest";
                }
                if (message.maskAccepted != null && $Object.hasOwnProperty.call(message, "maskAccepted")) {
                    object.maskAccepted = $root.mammofed.v1.MaskAccepted.toObject(message.maskAccepted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "maskAccepted";
                }
                if (message.confirmRequest != null && $Object.hasOwnProperty.call(message, "confirmRequest")) {
                    object.confirmRequest = $root.mammofed.v1.ConfirmRequest.toObject(message.confirmRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "confirmRequest";
                }
                if (message.confirmation != null && $Object.hasOwnProperty.call(message, "confirmation")) {
                    object.confirmation = $root.mammofed.v1.Confirmation.toObject(message.confirmation, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "confirmation";
                }
                if (message.unmaskRequest != null && $Object.hasOwnProperty.call(message, "unmaskRequest")) {
                    object.unmaskRequest = $root.mammofed.v1.UnmaskRequest.toObject(message.unmaskRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "unmaskRequest";
                }
                if (message.unmaskShares != null && $Object.hasOwnProperty.call(message, "unmaskShares")) {
                    object.unmaskShares = $root.mammofed.v1.UnmaskShares.toObject(message.unmaskShares, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "unmaskShares";
                }
                if (message.treeHeadRequest != null && $Object.hasOwnProperty.call(message, "treeHeadRequest")) {
                    object.treeHeadRequest = $root.mammofed.v1.TreeHeadRequest.toObject(message.treeHeadRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "treeHeadRequest";
                }
                if (message.treeHeadAnswer != null && $Object.hasOwnProperty.call(message, "treeHeadAnswer")) {
                    object.treeHeadAnswer = $root.mammofed.v1.TreeHeadAnswer.toObject(message.treeHeadAnswer, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "treeHeadAnswer";
                }
                if (message.consistencyRequest != null && $Object.hasOwnProperty.call(message, "consistencyRequest")) {
                    object.consistencyRequest = $root.mammofed.v1.ConsistencyRequest.toObject(message.consistencyRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "consistencyRequest";
                }
                if (message.consistencyProof != null && $Object.hasOwnProperty.call(message, "consistencyProof")) {
                    object.consistencyProof = $root.mammofed.v1.ConsistencyProof.toObject(message.consistencyProof, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "consistencyProof";
                }
                if (message.logRecordRequest != null && $Object.hasOwnProperty.call(message, "logRecordRequest")) {
                    object.logRecordRequest = $root.mammofed.v1.LogRecordRequest.toObject(message.logRecordRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "logRecordRequest";
                }
                if (message.logRecord != null && $Object.hasOwnProperty.call(message, "logRecord")) {
                    object.logRecord = $root.mammofed.v1.LogRecord.toObject(message.logRecord, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "logRecord";
                }
                if (message.runOffer != null && $Object.hasOwnProperty.call(message, "runOffer")) {
                    object.runOffer = $root.mammofed.v1.RunOffer.toObject(message.runOffer, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "runOffer";
                }
                if (message.runAgreed != null && $Object.hasOwnProperty.call(message, "runAgreed")) {
                    object.runAgreed = $root.mammofed.v1.RunAgreed.toObject(message.runAgreed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "runAgreed";
                }
                if (message.offerAgain != null && $Object.hasOwnProperty.call(message, "offerAgain")) {
                    object.offerAgain = $root.mammofed.v1.OfferAgain.toObject(message.offerAgain, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "offerAgain";
                }
                return object;
            };

            /**
             * Converts this Envelope to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Envelope
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Envelope.prototype.toJSON = function() {
                return Envelope.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Envelope
             * @function getTypeUrl
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Envelope.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Envelope";
            };

            return Envelope;
        })();

        v1.Refused = (function() {

            /**
             * Properties of a Refused.
             * @typedef {Object} mammofed.v1.Refused.$Properties
             * @property {string|null} [code] Refused code
             * @property {string|null} [message] Refused message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refused.
             * @memberof mammofed.v1
             * @interface IRefused
             * @augments mammofed.v1.Refused.$Properties
             * @deprecated Use mammofed.v1.Refused.$Properties instead.
             */

            /**
             * Shape of a Refused.
             * @typedef {mammofed.v1.Refused.$Properties} mammofed.v1.Refused.$Shape
             */

            /**
             * Constructs a new Refused.
             * @memberof mammofed.v1
             * @classdesc Represents a Refused.
             * @constructor
             * @param {mammofed.v1.Refused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refused code.
             * @member {string} code
             * @memberof mammofed.v1.Refused
             * @instance
             */
            Refused.prototype.code = "";

            /**
             * Refused message.
             * @member {string} message
             * @memberof mammofed.v1.Refused
             * @instance
             */
            Refused.prototype.message = "";

            /**
             * Encodes the specified Refused message. Does not implicitly {@link mammofed.v1.Refused.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Refused
             * @static
             * @param {mammofed.v1.Refused.$Properties} message Refused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Refused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Refused & mammofed.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Refused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Refused message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Refused
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Refused} Refused
             */
            Refused.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Refused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Refused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Refused();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            /**
             * Creates a plain object from a Refused message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Refused
             * @static
             * @param {mammofed.v1.Refused} message Refused
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Refused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            /**
             * Converts this Refused to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Refused
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Refused.prototype.toJSON = function() {
                return Refused.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Refused
             * @function getTypeUrl
             * @memberof mammofed.v1.Refused
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Refused.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Refused";
            };

            return Refused;
        })();

        v1.Enrol = (function() {

            /**
             * Properties of an Enrol.
             * @typedef {Object} mammofed.v1.Enrol.$Properties
             * @property {Uint8Array|null} [joinSecret] Enrol joinSecret
             * @property {string|null} [siteName] Enrol siteName
             * @property {Uint8Array|null} [signature] Enrol signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrol.
             * @memberof mammofed.v1
             * @interface IEnrol
             * @augments mammofed.v1.Enrol.$Properties
             * @deprecated Use mammofed.v1.Enrol.$Properties instead.
             */

            /**
             * Shape of an Enrol.
             * @typedef {mammofed.v1.Enrol.$Properties} mammofed.v1.Enrol.$Shape
             */

            /**
             * Constructs a new Enrol.
             * @memberof mammofed.v1
             * @classdesc Represents an Enrol.
             * @constructor
             * @param {mammofed.v1.Enrol.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrol = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrol joinSecret.
             * @member {Uint8Array} joinSecret
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.joinSecret = $util.newBuffer([]);

            /**
             * Enrol siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.siteName = "";

            /**
             * Enrol signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified Enrol message. Does not implicitly {@link mammofed.v1.Enrol.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {mammofed.v1.Enrol.$Properties} message Enrol message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrol.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.joinSecret != null && $Object.hasOwnProperty.call(message, "joinSecret") && message.joinSecret.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.joinSecret);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrol message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape} Enrol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrol.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Enrol();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.joinSecret = value;
                            else
                                delete message.joinSecret;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrol message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Enrol} Enrol
             */
            Enrol.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Enrol)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Enrol: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Enrol();
                if (object.joinSecret != null)
                    if (object.joinSecret.length)
                        if (typeof object.joinSecret === "string")
                            $util.base64.decode(object.joinSecret, message.joinSecret = $util.newBuffer($util.base64.length(object.joinSecret)), 0);
                        else if (object.joinSecret.length >= 0)
                            message.joinSecret = object.joinSecret;
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an Enrol message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {mammofed.v1.Enrol} message Enrol
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrol.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.joinSecret = "";
                    else {
                        object.joinSecret = [];
                        if (options.bytes !== $Array)
                            object.joinSecret = $util.newBuffer(object.joinSecret);
                    }
                    object.siteName = "";
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.joinSecret != null && $Object.hasOwnProperty.call(message, "joinSecret"))
                    object.joinSecret = options.bytes === $String ? $util.base64.encode(message.joinSecret, 0, message.joinSecret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.joinSecret) : message.joinSecret;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Enrol to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Enrol
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrol.prototype.toJSON = function() {
                return Enrol.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Enrol
             * @function getTypeUrl
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enrol.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Enrol";
            };

            return Enrol;
        })();

        v1.Enrolled = (function() {

            /**
             * Properties of an Enrolled.
             * @typedef {Object} mammofed.v1.Enrolled.$Properties
             * @property {string|null} [siteId] Enrolled siteId
             * @property {string|null} [siteName] Enrolled siteName
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrolled.
             * @memberof mammofed.v1
             * @interface IEnrolled
             * @augments mammofed.v1.Enrolled.$Properties
             * @deprecated Use mammofed.v1.Enrolled.$Properties instead.
             */

            /**
             * Shape of an Enrolled.
             * @typedef {mammofed.v1.Enrolled.$Properties} mammofed.v1.Enrolled.$Shape
             */

            /**
             * Constructs a new Enrolled.
             * @memberof mammofed.v1
             * @classdesc Represents an Enrolled.
             * @constructor
             * @param {mammofed.v1.Enrolled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrolled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrolled siteId.
             * @member {string} siteId
             * @memberof mammofed.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.siteId = "";

            /**
             * Enrolled siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.siteName = "";

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link mammofed.v1.Enrolled.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {mammofed.v1.Enrolled.$Properties} message Enrolled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId") && message.siteId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.siteId);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrolled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Enrolled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteId = value;
                            else
                                delete message.siteId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Enrolled} Enrolled
             */
            Enrolled.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Enrolled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Enrolled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Enrolled();
                if (object.siteId != null)
                    if (typeof object.siteId !== "string" || object.siteId.length)
                        message.siteId = $String(object.siteId);
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                return message;
            };

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {mammofed.v1.Enrolled} message Enrolled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrolled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.siteId = "";
                    object.siteName = "";
                }
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId"))
                    object.siteId = message.siteId;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                return object;
            };

            /**
             * Converts this Enrolled to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Enrolled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrolled.prototype.toJSON = function() {
                return Enrolled.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Enrolled
             * @function getTypeUrl
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enrolled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Enrolled";
            };

            return Enrolled;
        })();

        v1.Ready = (function() {

            /**
             * Properties of a Ready.
             * @typedef {Object} mammofed.v1.Ready.$Properties
             * @property {string|null} [agentVersion] Ready agentVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Ready.
             * @memberof mammofed.v1
             * @interface IReady
             * @augments mammofed.v1.Ready.$Properties
             * @deprecated Use mammofed.v1.Ready.$Properties instead.
             */

            /**
             * Shape of a Ready.
             * @typedef {mammofed.v1.Ready.$Properties} mammofed.v1.Ready.$Shape
             */

            /**
             * Constructs a new Ready.
             * @memberof mammofed.v1
             * @classdesc Represents a Ready.
             * @constructor
             * @param {mammofed.v1.Ready.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ready = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ready agentVersion.
             * @member {string} agentVersion
             * @memberof mammofed.v1.Ready
             * @instance
             */
            Ready.prototype.agentVersion = "";

            /**
             * Encodes the specified Ready message. Does not implicitly {@link mammofed.v1.Ready.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Ready
             * @static
             * @param {mammofed.v1.Ready.$Properties} message Ready message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ready.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.agentVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Ready
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Ready & mammofed.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ready.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Ready();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Ready
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Ready} Ready
             */
            Ready.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Ready)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Ready: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Ready();
                if (object.agentVersion != null)
                    if (typeof object.agentVersion !== "string" || object.agentVersion.length)
                        message.agentVersion = $String(object.agentVersion);
                return message;
            };

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Ready
             * @static
             * @param {mammofed.v1.Ready} message Ready
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Ready.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.agentVersion = "";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    object.agentVersion = message.agentVersion;
                return object;
            };

            /**
             * Converts this Ready to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Ready
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Ready.prototype.toJSON = function() {
                return Ready.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Ready
             * @function getTypeUrl
             * @memberof mammofed.v1.Ready
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Ready.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Ready";
            };

            return Ready;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} mammofed.v1.Welcome.$Properties
             * @property {string|null} [siteId] Welcome siteId
             * @property {string|null} [siteName] Welcome siteName
             * @property {number|null} [siteIndex] Welcome siteIndex
             * @property {Uint8Array|null} [roster] Welcome roster
             * @property {mammofed.v1.TreeHead.$Properties|null} [treeHead] Welcome treeHead
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof mammofed.v1
             * @interface IWelcome
             * @augments mammofed.v1.Welcome.$Properties
             * @deprecated Use mammofed.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {mammofed.v1.Welcome.$Properties} mammofed.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof mammofed.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {mammofed.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome siteId.
             * @member {string} siteId
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteId = "";

            /**
             * Welcome siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteName = "";

            /**
             * Welcome siteIndex.
             * @member {number} siteIndex
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteIndex = 0;

            /**
             * Welcome roster.
             * @member {Uint8Array} roster
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.roster = $util.newBuffer([]);

            /**
             * Welcome treeHead.
             * @member {mammofed.v1.TreeHead.$Properties|null|undefined} treeHead
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.treeHead = null;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link mammofed.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {mammofed.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId") && message.siteId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.siteId);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.siteIndex != null && $Object.hasOwnProperty.call(message, "siteIndex") && message.siteIndex !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.siteIndex);
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.roster);
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    $root.mammofed.v1.TreeHead.encode(message.treeHead, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteId = value;
                            else
                                delete message.siteId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.siteIndex = value;
                            else
                                delete message.siteIndex;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.treeHead = $root.mammofed.v1.TreeHead.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHead);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Welcome} Welcome
             */
            Welcome.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Welcome)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Welcome: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Welcome();
                if (object.siteId != null)
                    if (typeof object.siteId !== "string" || object.siteId.length)
                        message.siteId = $String(object.siteId);
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                if (object.siteIndex != null)
                    if ($Number(object.siteIndex) !== 0)
                        message.siteIndex = object.siteIndex >>> 0;
                if (object.roster != null)
                    if (object.roster.length)
                        if (typeof object.roster === "string")
                            $util.base64.decode(object.roster, message.roster = $util.newBuffer($util.base64.length(object.roster)), 0);
                        else if (object.roster.length >= 0)
                            message.roster = object.roster;
                if (object.treeHead != null) {
                    if (!$util.isObject(object.treeHead))
                        throw $TypeError(".mammofed.v1.Welcome.treeHead: object expected");
                    message.treeHead = $root.mammofed.v1.TreeHead.fromObject(object.treeHead, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {mammofed.v1.Welcome} message Welcome
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Welcome.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.siteId = "";
                    object.siteName = "";
                    object.siteIndex = 0;
                    if (options.bytes === $String)
                        object.roster = "";
                    else {
                        object.roster = [];
                        if (options.bytes !== $Array)
                            object.roster = $util.newBuffer(object.roster);
                    }
                    object.treeHead = null;
                }
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId"))
                    object.siteId = message.siteId;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                if (message.siteIndex != null && $Object.hasOwnProperty.call(message, "siteIndex"))
                    object.siteIndex = message.siteIndex;
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    object.roster = options.bytes === $String ? $util.base64.encode(message.roster, 0, message.roster.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.roster) : message.roster;
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    object.treeHead = $root.mammofed.v1.TreeHead.toObject(message.treeHead, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Welcome to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Welcome
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Welcome.prototype.toJSON = function() {
                return Welcome.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Welcome
             * @function getTypeUrl
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Welcome.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Welcome";
            };

            return Welcome;
        })();

        v1.RosterUpdate = (function() {

            /**
             * Properties of a RosterUpdate.
             * @typedef {Object} mammofed.v1.RosterUpdate.$Properties
             * @property {Uint8Array|null} [roster] RosterUpdate roster
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterUpdate.
             * @memberof mammofed.v1
             * @interface IRosterUpdate
             * @augments mammofed.v1.RosterUpdate.$Properties
             * @deprecated Use mammofed.v1.RosterUpdate.$Properties instead.
             */

            /**
             * Shape of a RosterUpdate.
             * @typedef {mammofed.v1.RosterUpdate.$Properties} mammofed.v1.RosterUpdate.$Shape
             */

            /**
             * Constructs a new RosterUpdate.
             * @memberof mammofed.v1
             * @classdesc Represents a RosterUpdate.
             * @constructor
             * @param {mammofed.v1.RosterUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterUpdate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RosterUpdate roster.
             * @member {Uint8Array} roster
             * @memberof mammofed.v1.RosterUpdate
             * @instance
             */
            RosterUpdate.prototype.roster = $util.newBuffer([]);

            /**
             * Encodes the specified RosterUpdate message. Does not implicitly {@link mammofed.v1.RosterUpdate.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {mammofed.v1.RosterUpdate.$Properties} message RosterUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.roster);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape} RosterUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RosterUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RosterUpdate message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RosterUpdate} RosterUpdate
             */
            RosterUpdate.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RosterUpdate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RosterUpdate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RosterUpdate();
                if (object.roster != null)
                    if (object.roster.length)
                        if (typeof object.roster === "string")
                            $util.base64.decode(object.roster, message.roster = $util.newBuffer($util.base64.length(object.roster)), 0);
                        else if (object.roster.length >= 0)
                            message.roster = object.roster;
                return message;
            };

            /**
             * Creates a plain object from a RosterUpdate message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {mammofed.v1.RosterUpdate} message RosterUpdate
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RosterUpdate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.roster = "";
                    else {
                        object.roster = [];
                        if (options.bytes !== $Array)
                            object.roster = $util.newBuffer(object.roster);
                    }
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    object.roster = options.bytes === $String ? $util.base64.encode(message.roster, 0, message.roster.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.roster) : message.roster;
                return object;
            };

            /**
             * Converts this RosterUpdate to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RosterUpdate
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RosterUpdate.prototype.toJSON = function() {
                return RosterUpdate.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RosterUpdate
             * @function getTypeUrl
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RosterUpdate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RosterUpdate";
            };

            return RosterUpdate;
        })();

        v1.RosterTaken = (function() {

            /**
             * Properties of a RosterTaken.
             * @typedef {Object} mammofed.v1.RosterTaken.$Properties
             * @property {number|null} [version] RosterTaken version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterTaken.
             * @memberof mammofed.v1
             * @interface IRosterTaken
             * @augments mammofed.v1.RosterTaken.$Properties
             * @deprecated Use mammofed.v1.RosterTaken.$Properties instead.
             */

            /**
             * Shape of a RosterTaken.
             * @typedef {mammofed.v1.RosterTaken.$Properties} mammofed.v1.RosterTaken.$Shape
             */

            /**
             * Constructs a new RosterTaken.
             * @memberof mammofed.v1
             * @classdesc Represents a RosterTaken.
             * @constructor
             * @param {mammofed.v1.RosterTaken.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterTaken = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RosterTaken version.
             * @member {number} version
             * @memberof mammofed.v1.RosterTaken
             * @instance
             */
            RosterTaken.prototype.version = 0;

            /**
             * Encodes the specified RosterTaken message. Does not implicitly {@link mammofed.v1.RosterTaken.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {mammofed.v1.RosterTaken.$Properties} message RosterTaken message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterTaken.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterTaken message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape} RosterTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterTaken.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RosterTaken();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RosterTaken message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RosterTaken} RosterTaken
             */
            RosterTaken.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RosterTaken)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RosterTaken: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RosterTaken();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a RosterTaken message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {mammofed.v1.RosterTaken} message RosterTaken
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RosterTaken.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.version = 0;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                return object;
            };

            /**
             * Converts this RosterTaken to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RosterTaken
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RosterTaken.prototype.toJSON = function() {
                return RosterTaken.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RosterTaken
             * @function getTypeUrl
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RosterTaken.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RosterTaken";
            };

            return RosterTaken;
        })();

        v1.TreeHead = (function() {

            /**
             * Properties of a TreeHead.
             * @typedef {Object} mammofed.v1.TreeHead.$Properties
             * @property {number|Long|null} [size] TreeHead size
             * @property {Uint8Array|null} [root] TreeHead root
             * @property {number|Long|null} [atMs] TreeHead atMs
             * @property {Uint8Array|null} [signature] TreeHead signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TreeHead.
             * @memberof mammofed.v1
             * @interface ITreeHead
             * @augments mammofed.v1.TreeHead.$Properties
             * @deprecated Use mammofed.v1.TreeHead.$Properties instead.
             */

            /**
             * Shape of a TreeHead.
             * @typedef {mammofed.v1.TreeHead.$Properties} mammofed.v1.TreeHead.$Shape
             */

            /**
             * Constructs a new TreeHead.
             * @memberof mammofed.v1
             * @classdesc Represents a TreeHead.
             * @constructor
             * @param {mammofed.v1.TreeHead.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TreeHead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TreeHead size.
             * @member {number|Long} size
             * @memberof mammofed.v1.TreeHead
             * @instance
             */
            TreeHead.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TreeHead root.
             * @member {Uint8Array} root
             * @memberof mammofed.v1.TreeHead
             * @instance
             */
            TreeHead.prototype.root = $util.newBuffer([]);

            /**
             * TreeHead atMs.
             * @member {number|Long} atMs
             * @memberof mammofed.v1.TreeHead
             * @instance
             */
            TreeHead.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TreeHead signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.TreeHead
             * @instance
             */
            TreeHead.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified TreeHead message. Does not implicitly {@link mammofed.v1.TreeHead.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TreeHead
             * @static
             * @param {mammofed.v1.TreeHead.$Properties} message TreeHead message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TreeHead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.size);
                if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.root);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.atMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TreeHead message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TreeHead
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHead & mammofed.v1.TreeHead.$Shape} TreeHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TreeHead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TreeHead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.root = value;
                            else
                                delete message.root;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TreeHead message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TreeHead
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TreeHead} TreeHead
             */
            TreeHead.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TreeHead)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TreeHead: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TreeHead();
                if (object.size != null)
                    if (typeof object.size === "object" ? object.size.low || object.size.high : $Number(object.size) !== 0)
                        if ($util.Long)
                            message.size = $util.Long.fromValue(object.size, true);
                        else if (typeof object.size === "string")
                            message.size = $parseInt(object.size, 10);
                        else if (typeof object.size === "number")
                            message.size = object.size;
                        else if (typeof object.size === "object")
                            message.size = new $util.LongBits(object.size.low >>> 0, object.size.high >>> 0).toNumber(true);
                if (object.root != null)
                    if (object.root.length)
                        if (typeof object.root === "string")
                            $util.base64.decode(object.root, message.root = $util.newBuffer($util.base64.length(object.root)), 0);
                        else if (object.root.length >= 0)
                            message.root = object.root;
                if (object.atMs != null)
                    if (typeof object.atMs === "object" ? object.atMs.low || object.atMs.high : $Number(object.atMs) !== 0)
                        if ($util.Long)
                            message.atMs = $util.Long.fromValue(object.atMs, true);
                        else if (typeof object.atMs === "string")
                            message.atMs = $parseInt(object.atMs, 10);
                        else if (typeof object.atMs === "number")
                            message.atMs = object.atMs;
                        else if (typeof object.atMs === "object")
                            message.atMs = new $util.LongBits(object.atMs.low >>> 0, object.atMs.high >>> 0).toNumber(true);
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from a TreeHead message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TreeHead
             * @static
             * @param {mammofed.v1.TreeHead} message TreeHead
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TreeHead.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.root = "";
                    else {
                        object.root = [];
                        if (options.bytes !== $Array)
                            object.root = $util.newBuffer(object.root);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.atMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.atMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.size = typeof message.size === "number" ? $BigInt(message.size) : $util.Long.fromBits(message.size.low >>> 0, message.size.high >>> 0, true).toBigInt();
                    else if (typeof message.size === "number")
                        object.size = options.longs === $String ? $String(message.size) : message.size;
                    else
                        object.size = options.longs === $String ? $util.Long.prototype.toString.call(message.size) : options.longs === $Number ? new $util.LongBits(message.size.low >>> 0, message.size.high >>> 0).toNumber(true) : message.size;
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    object.root = options.bytes === $String ? $util.base64.encode(message.root, 0, message.root.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.root) : message.root;
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.atMs = typeof message.atMs === "number" ? $BigInt(message.atMs) : $util.Long.fromBits(message.atMs.low >>> 0, message.atMs.high >>> 0, true).toBigInt();
                    else if (typeof message.atMs === "number")
                        object.atMs = options.longs === $String ? $String(message.atMs) : message.atMs;
                    else
                        object.atMs = options.longs === $String ? $util.Long.prototype.toString.call(message.atMs) : options.longs === $Number ? new $util.LongBits(message.atMs.low >>> 0, message.atMs.high >>> 0).toNumber(true) : message.atMs;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this TreeHead to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TreeHead
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TreeHead.prototype.toJSON = function() {
                return TreeHead.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TreeHead
             * @function getTypeUrl
             * @memberof mammofed.v1.TreeHead
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TreeHead.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TreeHead";
            };

            return TreeHead;
        })();

        v1.TreeHeadRequest = (function() {

            /**
             * Properties of a TreeHeadRequest.
             * @typedef {Object} mammofed.v1.TreeHeadRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TreeHeadRequest.
             * @memberof mammofed.v1
             * @interface ITreeHeadRequest
             * @augments mammofed.v1.TreeHeadRequest.$Properties
             * @deprecated Use mammofed.v1.TreeHeadRequest.$Properties instead.
             */

            /**
             * Shape of a TreeHeadRequest.
             * @typedef {mammofed.v1.TreeHeadRequest.$Properties} mammofed.v1.TreeHeadRequest.$Shape
             */

            /**
             * Constructs a new TreeHeadRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a TreeHeadRequest.
             * @constructor
             * @param {mammofed.v1.TreeHeadRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TreeHeadRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified TreeHeadRequest message. Does not implicitly {@link mammofed.v1.TreeHeadRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TreeHeadRequest
             * @static
             * @param {mammofed.v1.TreeHeadRequest.$Properties} message TreeHeadRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TreeHeadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TreeHeadRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TreeHeadRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHeadRequest & mammofed.v1.TreeHeadRequest.$Shape} TreeHeadRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TreeHeadRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TreeHeadRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TreeHeadRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TreeHeadRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TreeHeadRequest} TreeHeadRequest
             */
            TreeHeadRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TreeHeadRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TreeHeadRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.TreeHeadRequest();
            };

            /**
             * Creates a plain object from a TreeHeadRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TreeHeadRequest
             * @static
             * @param {mammofed.v1.TreeHeadRequest} message TreeHeadRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TreeHeadRequest.toObject = function () {
                return {};
            };

            /**
             * Converts this TreeHeadRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TreeHeadRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TreeHeadRequest.prototype.toJSON = function() {
                return TreeHeadRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TreeHeadRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.TreeHeadRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TreeHeadRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TreeHeadRequest";
            };

            return TreeHeadRequest;
        })();

        v1.TreeHeadAnswer = (function() {

            /**
             * Properties of a TreeHeadAnswer.
             * @typedef {Object} mammofed.v1.TreeHeadAnswer.$Properties
             * @property {mammofed.v1.TreeHead.$Properties|null} [treeHead] TreeHeadAnswer treeHead
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TreeHeadAnswer.
             * @memberof mammofed.v1
             * @interface ITreeHeadAnswer
             * @augments mammofed.v1.TreeHeadAnswer.$Properties
             * @deprecated Use mammofed.v1.TreeHeadAnswer.$Properties instead.
             */

            /**
             * Shape of a TreeHeadAnswer.
             * @typedef {mammofed.v1.TreeHeadAnswer.$Properties} mammofed.v1.TreeHeadAnswer.$Shape
             */

            /**
             * Constructs a new TreeHeadAnswer.
             * @memberof mammofed.v1
             * @classdesc Represents a TreeHeadAnswer.
             * @constructor
             * @param {mammofed.v1.TreeHeadAnswer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TreeHeadAnswer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TreeHeadAnswer treeHead.
             * @member {mammofed.v1.TreeHead.$Properties|null|undefined} treeHead
             * @memberof mammofed.v1.TreeHeadAnswer
             * @instance
             */
            TreeHeadAnswer.prototype.treeHead = null;

            /**
             * Encodes the specified TreeHeadAnswer message. Does not implicitly {@link mammofed.v1.TreeHeadAnswer.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TreeHeadAnswer
             * @static
             * @param {mammofed.v1.TreeHeadAnswer.$Properties} message TreeHeadAnswer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TreeHeadAnswer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    $root.mammofed.v1.TreeHead.encode(message.treeHead, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TreeHeadAnswer message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TreeHeadAnswer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHeadAnswer & mammofed.v1.TreeHeadAnswer.$Shape} TreeHeadAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TreeHeadAnswer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TreeHeadAnswer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.treeHead = $root.mammofed.v1.TreeHead.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHead);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TreeHeadAnswer message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TreeHeadAnswer
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TreeHeadAnswer} TreeHeadAnswer
             */
            TreeHeadAnswer.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TreeHeadAnswer)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TreeHeadAnswer: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TreeHeadAnswer();
                if (object.treeHead != null) {
                    if (!$util.isObject(object.treeHead))
                        throw $TypeError(".mammofed.v1.TreeHeadAnswer.treeHead: object expected");
                    message.treeHead = $root.mammofed.v1.TreeHead.fromObject(object.treeHead, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a TreeHeadAnswer message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TreeHeadAnswer
             * @static
             * @param {mammofed.v1.TreeHeadAnswer} message TreeHeadAnswer
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TreeHeadAnswer.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.treeHead = null;
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    object.treeHead = $root.mammofed.v1.TreeHead.toObject(message.treeHead, options, _depth + 1);
                return object;
            };

            /**
             * Converts this TreeHeadAnswer to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TreeHeadAnswer
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TreeHeadAnswer.prototype.toJSON = function() {
                return TreeHeadAnswer.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TreeHeadAnswer
             * @function getTypeUrl
             * @memberof mammofed.v1.TreeHeadAnswer
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TreeHeadAnswer.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TreeHeadAnswer";
            };

            return TreeHeadAnswer;
        })();

        v1.ConsistencyRequest = (function() {

            /**
             * Properties of a ConsistencyRequest.
             * @typedef {Object} mammofed.v1.ConsistencyRequest.$Properties
             * @property {number|Long|null} [fromSize] ConsistencyRequest fromSize
             * @property {number|Long|null} [toSize] ConsistencyRequest toSize
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ConsistencyRequest.
             * @memberof mammofed.v1
             * @interface IConsistencyRequest
             * @augments mammofed.v1.ConsistencyRequest.$Properties
             * @deprecated Use mammofed.v1.ConsistencyRequest.$Properties instead.
             */

            /**
             * Shape of a ConsistencyRequest.
             * @typedef {mammofed.v1.ConsistencyRequest.$Properties} mammofed.v1.ConsistencyRequest.$Shape
             */

            /**
             * Constructs a new ConsistencyRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a ConsistencyRequest.
             * @constructor
             * @param {mammofed.v1.ConsistencyRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ConsistencyRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ConsistencyRequest fromSize.
             * @member {number|Long} fromSize
             * @memberof mammofed.v1.ConsistencyRequest
             * @instance
             */
            ConsistencyRequest.prototype.fromSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ConsistencyRequest toSize.
             * @member {number|Long} toSize
             * @memberof mammofed.v1.ConsistencyRequest
             * @instance
             */
            ConsistencyRequest.prototype.toSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ConsistencyRequest message. Does not implicitly {@link mammofed.v1.ConsistencyRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ConsistencyRequest
             * @static
             * @param {mammofed.v1.ConsistencyRequest.$Properties} message ConsistencyRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ConsistencyRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fromSize != null && $Object.hasOwnProperty.call(message, "fromSize") && (typeof message.fromSize === "object" ? message.fromSize.low || message.fromSize.high : message.fromSize !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.fromSize);
                if (message.toSize != null && $Object.hasOwnProperty.call(message, "toSize") && (typeof message.toSize === "object" ? message.toSize.low || message.toSize.high : message.toSize !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.toSize);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ConsistencyRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ConsistencyRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ConsistencyRequest & mammofed.v1.ConsistencyRequest.$Shape} ConsistencyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ConsistencyRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ConsistencyRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.fromSize = value;
                            else
                                delete message.fromSize;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.toSize = value;
                            else
                                delete message.toSize;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ConsistencyRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ConsistencyRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ConsistencyRequest} ConsistencyRequest
             */
            ConsistencyRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ConsistencyRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ConsistencyRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ConsistencyRequest();
                if (object.fromSize != null)
                    if (typeof object.fromSize === "object" ? object.fromSize.low || object.fromSize.high : $Number(object.fromSize) !== 0)
                        if ($util.Long)
                            message.fromSize = $util.Long.fromValue(object.fromSize, true);
                        else if (typeof object.fromSize === "string")
                            message.fromSize = $parseInt(object.fromSize, 10);
                        else if (typeof object.fromSize === "number")
                            message.fromSize = object.fromSize;
                        else if (typeof object.fromSize === "object")
                            message.fromSize = new $util.LongBits(object.fromSize.low >>> 0, object.fromSize.high >>> 0).toNumber(true);
                if (object.toSize != null)
                    if (typeof object.toSize === "object" ? object.toSize.low || object.toSize.high : $Number(object.toSize) !== 0)
                        if ($util.Long)
                            message.toSize = $util.Long.fromValue(object.toSize, true);
                        else if (typeof object.toSize === "string")
                            message.toSize = $parseInt(object.toSize, 10);
                        else if (typeof object.toSize === "number")
                            message.toSize = object.toSize;
                        else if (typeof object.toSize === "object")
                            message.toSize = new $util.LongBits(object.toSize.low >>> 0, object.toSize.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a ConsistencyRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ConsistencyRequest
             * @static
             * @param {mammofed.v1.ConsistencyRequest} message ConsistencyRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ConsistencyRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.fromSize = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.fromSize = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.toSize = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.toSize = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.fromSize != null && $Object.hasOwnProperty.call(message, "fromSize"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.fromSize = typeof message.fromSize === "number" ? $BigInt(message.fromSize) : $util.Long.fromBits(message.fromSize.low >>> 0, message.fromSize.high >>> 0, true).toBigInt();
                    else if (typeof message.fromSize === "number")
                        object.fromSize = options.longs === $String ? $String(message.fromSize) : message.fromSize;
                    else
                        object.fromSize = options.longs === $String ? $util.Long.prototype.toString.call(message.fromSize) : options.longs === $Number ? new $util.LongBits(message.fromSize.low >>> 0, message.fromSize.high >>> 0).toNumber(true) : message.fromSize;
                if (message.toSize != null && $Object.hasOwnProperty.call(message, "toSize"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.toSize = typeof message.toSize === "number" ? $BigInt(message.toSize) : $util.Long.fromBits(message.toSize.low >>> 0, message.toSize.high >>> 0, true).toBigInt();
                    else if (typeof message.toSize === "number")
                        object.toSize = options.longs === $String ? $String(message.toSize) : message.toSize;
                    else
                        object.toSize = options.longs === $String ? $util.Long.prototype.toString.call(message.toSize) : options.longs === $Number ? new $util.LongBits(message.toSize.low >>> 0, message.toSize.high >>> 0).toNumber(true) : message.toSize;
                return object;
            };

            /**
             * Converts this ConsistencyRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ConsistencyRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ConsistencyRequest.prototype.toJSON = function() {
                return ConsistencyRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ConsistencyRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.ConsistencyRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ConsistencyRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ConsistencyRequest";
            };

            return ConsistencyRequest;
        })();

        v1.ConsistencyProof = (function() {

            /**
             * Properties of a ConsistencyProof.
             * @typedef {Object} mammofed.v1.ConsistencyProof.$Properties
             * @property {Array.<Uint8Array>|null} [nodes] ConsistencyProof nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ConsistencyProof.
             * @memberof mammofed.v1
             * @interface IConsistencyProof
             * @augments mammofed.v1.ConsistencyProof.$Properties
             * @deprecated Use mammofed.v1.ConsistencyProof.$Properties instead.
             */

            /**
             * Shape of a ConsistencyProof.
             * @typedef {mammofed.v1.ConsistencyProof.$Properties} mammofed.v1.ConsistencyProof.$Shape
             */

            /**
             * Constructs a new ConsistencyProof.
             * @memberof mammofed.v1
             * @classdesc Represents a ConsistencyProof.
             * @constructor
             * @param {mammofed.v1.ConsistencyProof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ConsistencyProof = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ConsistencyProof nodes.
             * @member {Array.<Uint8Array>} nodes
             * @memberof mammofed.v1.ConsistencyProof
             * @instance
             */
            ConsistencyProof.prototype.nodes = $util.emptyArray;

            /**
             * Encodes the specified ConsistencyProof message. Does not implicitly {@link mammofed.v1.ConsistencyProof.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ConsistencyProof
             * @static
             * @param {mammofed.v1.ConsistencyProof.$Properties} message ConsistencyProof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ConsistencyProof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.nodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ConsistencyProof message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ConsistencyProof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ConsistencyProof & mammofed.v1.ConsistencyProof.$Shape} ConsistencyProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ConsistencyProof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ConsistencyProof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ConsistencyProof message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ConsistencyProof
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ConsistencyProof} ConsistencyProof
             */
            ConsistencyProof.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ConsistencyProof)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ConsistencyProof: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ConsistencyProof();
                if (object.nodes) {
                    if (!$Array.isArray(object.nodes))
                        throw $TypeError(".mammofed.v1.ConsistencyProof.nodes: array expected");
                    message.nodes = $Array(object.nodes.length);
                    for (let i = 0; i < object.nodes.length; ++i)
                        if (typeof object.nodes[i] === "string")
                            $util.base64.decode(object.nodes[i], message.nodes[i] = $util.newBuffer($util.base64.length(object.nodes[i])), 0);
                        else if (object.nodes[i].length >= 0)
                            message.nodes[i] = object.nodes[i];
                }
                return message;
            };

            /**
             * Creates a plain object from a ConsistencyProof message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ConsistencyProof
             * @static
             * @param {mammofed.v1.ConsistencyProof} message ConsistencyProof
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ConsistencyProof.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.nodes = [];
                if (message.nodes && message.nodes.length) {
                    object.nodes = $Array(message.nodes.length);
                    for (let j = 0; j < message.nodes.length; ++j)
                        object.nodes[j] = options.bytes === $String ? $util.base64.encode(message.nodes[j], 0, message.nodes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nodes[j]) : message.nodes[j];
                }
                return object;
            };

            /**
             * Converts this ConsistencyProof to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ConsistencyProof
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ConsistencyProof.prototype.toJSON = function() {
                return ConsistencyProof.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ConsistencyProof
             * @function getTypeUrl
             * @memberof mammofed.v1.ConsistencyProof
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ConsistencyProof.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ConsistencyProof";
            };

            return ConsistencyProof;
        })();

        v1.LogRecordRequest = (function() {

            /**
             * Properties of a LogRecordRequest.
             * @typedef {Object} mammofed.v1.LogRecordRequest.$Properties
             * @property {string|null} [record] LogRecordRequest record
             * @property {string|null} [runId] LogRecordRequest runId
             * @property {number|null} [round] LogRecordRequest round
             * @property {number|null} [attempt] LogRecordRequest attempt
             * @property {number|Long|null} [treeSize] LogRecordRequest treeSize
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LogRecordRequest.
             * @memberof mammofed.v1
             * @interface ILogRecordRequest
             * @augments mammofed.v1.LogRecordRequest.$Properties
             * @deprecated Use mammofed.v1.LogRecordRequest.$Properties instead.
             */

            /**
             * Shape of a LogRecordRequest.
             * @typedef {mammofed.v1.LogRecordRequest.$Properties} mammofed.v1.LogRecordRequest.$Shape
             */

            /**
             * Constructs a new LogRecordRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a LogRecordRequest.
             * @constructor
             * @param {mammofed.v1.LogRecordRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LogRecordRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LogRecordRequest record.
             * @member {string} record
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             */
            LogRecordRequest.prototype.record = "";

            /**
             * LogRecordRequest runId.
             * @member {string} runId
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             */
            LogRecordRequest.prototype.runId = "";

            /**
             * LogRecordRequest round.
             * @member {number} round
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             */
            LogRecordRequest.prototype.round = 0;

            /**
             * LogRecordRequest attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             */
            LogRecordRequest.prototype.attempt = 0;

            /**
             * LogRecordRequest treeSize.
             * @member {number|Long} treeSize
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             */
            LogRecordRequest.prototype.treeSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified LogRecordRequest message. Does not implicitly {@link mammofed.v1.LogRecordRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.LogRecordRequest
             * @static
             * @param {mammofed.v1.LogRecordRequest.$Properties} message LogRecordRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LogRecordRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.record != null && $Object.hasOwnProperty.call(message, "record") && message.record !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.record);
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.attempt);
                if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize") && (typeof message.treeSize === "object" ? message.treeSize.low || message.treeSize.high : message.treeSize !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.treeSize);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LogRecordRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.LogRecordRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.LogRecordRequest & mammofed.v1.LogRecordRequest.$Shape} LogRecordRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LogRecordRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.LogRecordRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.record = value;
                            else
                                delete message.record;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.treeSize = value;
                            else
                                delete message.treeSize;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LogRecordRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.LogRecordRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.LogRecordRequest} LogRecordRequest
             */
            LogRecordRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.LogRecordRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.LogRecordRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.LogRecordRequest();
                if (object.record != null)
                    if (typeof object.record !== "string" || object.record.length)
                        message.record = $String(object.record);
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.treeSize != null)
                    if (typeof object.treeSize === "object" ? object.treeSize.low || object.treeSize.high : $Number(object.treeSize) !== 0)
                        if ($util.Long)
                            message.treeSize = $util.Long.fromValue(object.treeSize, true);
                        else if (typeof object.treeSize === "string")
                            message.treeSize = $parseInt(object.treeSize, 10);
                        else if (typeof object.treeSize === "number")
                            message.treeSize = object.treeSize;
                        else if (typeof object.treeSize === "object")
                            message.treeSize = new $util.LongBits(object.treeSize.low >>> 0, object.treeSize.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a LogRecordRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.LogRecordRequest
             * @static
             * @param {mammofed.v1.LogRecordRequest} message LogRecordRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LogRecordRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.record = "";
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.treeSize = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.treeSize = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.record != null && $Object.hasOwnProperty.call(message, "record"))
                    object.record = message.record;
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.treeSize = typeof message.treeSize === "number" ? $BigInt(message.treeSize) : $util.Long.fromBits(message.treeSize.low >>> 0, message.treeSize.high >>> 0, true).toBigInt();
                    else if (typeof message.treeSize === "number")
                        object.treeSize = options.longs === $String ? $String(message.treeSize) : message.treeSize;
                    else
                        object.treeSize = options.longs === $String ? $util.Long.prototype.toString.call(message.treeSize) : options.longs === $Number ? new $util.LongBits(message.treeSize.low >>> 0, message.treeSize.high >>> 0).toNumber(true) : message.treeSize;
                return object;
            };

            /**
             * Converts this LogRecordRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.LogRecordRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LogRecordRequest.prototype.toJSON = function() {
                return LogRecordRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for LogRecordRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.LogRecordRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            LogRecordRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.LogRecordRequest";
            };

            return LogRecordRequest;
        })();

        v1.LogRecord = (function() {

            /**
             * Properties of a LogRecord.
             * @typedef {Object} mammofed.v1.LogRecord.$Properties
             * @property {number|Long|null} [index] LogRecord index
             * @property {Uint8Array|null} [entry] LogRecord entry
             * @property {Array.<Uint8Array>|null} [nodes] LogRecord nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LogRecord.
             * @memberof mammofed.v1
             * @interface ILogRecord
             * @augments mammofed.v1.LogRecord.$Properties
             * @deprecated Use mammofed.v1.LogRecord.$Properties instead.
             */

            /**
             * Shape of a LogRecord.
             * @typedef {mammofed.v1.LogRecord.$Properties} mammofed.v1.LogRecord.$Shape
             */

            /**
             * Constructs a new LogRecord.
             * @memberof mammofed.v1
             * @classdesc Represents a LogRecord.
             * @constructor
             * @param {mammofed.v1.LogRecord.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LogRecord = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LogRecord index.
             * @member {number|Long} index
             * @memberof mammofed.v1.LogRecord
             * @instance
             */
            LogRecord.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LogRecord entry.
             * @member {Uint8Array} entry
             * @memberof mammofed.v1.LogRecord
             * @instance
             */
            LogRecord.prototype.entry = $util.newBuffer([]);

            /**
             * LogRecord nodes.
             * @member {Array.<Uint8Array>} nodes
             * @memberof mammofed.v1.LogRecord
             * @instance
             */
            LogRecord.prototype.nodes = $util.emptyArray;

            /**
             * Encodes the specified LogRecord message. Does not implicitly {@link mammofed.v1.LogRecord.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.LogRecord
             * @static
             * @param {mammofed.v1.LogRecord.$Properties} message LogRecord message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LogRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.entry != null && $Object.hasOwnProperty.call(message, "entry") && message.entry.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.entry);
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LogRecord message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.LogRecord
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.LogRecord & mammofed.v1.LogRecord.$Shape} LogRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LogRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.LogRecord();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.entry = value;
                            else
                                delete message.entry;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LogRecord message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.LogRecord
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.LogRecord} LogRecord
             */
            LogRecord.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.LogRecord)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.LogRecord: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.LogRecord();
                if (object.index != null)
                    if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                        if ($util.Long)
                            message.index = $util.Long.fromValue(object.index, true);
                        else if (typeof object.index === "string")
                            message.index = $parseInt(object.index, 10);
                        else if (typeof object.index === "number")
                            message.index = object.index;
                        else if (typeof object.index === "object")
                            message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
                if (object.entry != null)
                    if (object.entry.length)
                        if (typeof object.entry === "string")
                            $util.base64.decode(object.entry, message.entry = $util.newBuffer($util.base64.length(object.entry)), 0);
                        else if (object.entry.length >= 0)
                            message.entry = object.entry;
                if (object.nodes) {
                    if (!$Array.isArray(object.nodes))
                        throw $TypeError(".mammofed.v1.LogRecord.nodes: array expected");
                    message.nodes = $Array(object.nodes.length);
                    for (let i = 0; i < object.nodes.length; ++i)
                        if (typeof object.nodes[i] === "string")
                            $util.base64.decode(object.nodes[i], message.nodes[i] = $util.newBuffer($util.base64.length(object.nodes[i])), 0);
                        else if (object.nodes[i].length >= 0)
                            message.nodes[i] = object.nodes[i];
                }
                return message;
            };

            /**
             * Creates a plain object from a LogRecord message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.LogRecord
             * @static
             * @param {mammofed.v1.LogRecord} message LogRecord
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LogRecord.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.nodes = [];
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.entry = "";
                    else {
                        object.entry = [];
                        if (options.bytes !== $Array)
                            object.entry = $util.newBuffer(object.entry);
                    }
                }
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                    else if (typeof message.index === "number")
                        object.index = options.longs === $String ? $String(message.index) : message.index;
                    else
                        object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
                if (message.entry != null && $Object.hasOwnProperty.call(message, "entry"))
                    object.entry = options.bytes === $String ? $util.base64.encode(message.entry, 0, message.entry.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.entry) : message.entry;
                if (message.nodes && message.nodes.length) {
                    object.nodes = $Array(message.nodes.length);
                    for (let j = 0; j < message.nodes.length; ++j)
                        object.nodes[j] = options.bytes === $String ? $util.base64.encode(message.nodes[j], 0, message.nodes[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nodes[j]) : message.nodes[j];
                }
                return object;
            };

            /**
             * Converts this LogRecord to JSON.
             * @function toJSON
             * @memberof mammofed.v1.LogRecord
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LogRecord.prototype.toJSON = function() {
                return LogRecord.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for LogRecord
             * @function getTypeUrl
             * @memberof mammofed.v1.LogRecord
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            LogRecord.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.LogRecord";
            };

            return LogRecord;
        })();

        v1.ModelRef = (function() {

            /**
             * Properties of a ModelRef.
             * @typedef {Object} mammofed.v1.ModelRef.$Properties
             * @property {Uint8Array|null} [sha256] ModelRef sha256
             * @property {number|Long|null} [byteLength] ModelRef byteLength
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelRef.
             * @memberof mammofed.v1
             * @interface IModelRef
             * @augments mammofed.v1.ModelRef.$Properties
             * @deprecated Use mammofed.v1.ModelRef.$Properties instead.
             */

            /**
             * Shape of a ModelRef.
             * @typedef {mammofed.v1.ModelRef.$Properties} mammofed.v1.ModelRef.$Shape
             */

            /**
             * Constructs a new ModelRef.
             * @memberof mammofed.v1
             * @classdesc Represents a ModelRef.
             * @constructor
             * @param {mammofed.v1.ModelRef.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ModelRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelRef sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.ModelRef
             * @instance
             */
            ModelRef.prototype.sha256 = $util.newBuffer([]);

            /**
             * ModelRef byteLength.
             * @member {number|Long} byteLength
             * @memberof mammofed.v1.ModelRef
             * @instance
             */
            ModelRef.prototype.byteLength = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ModelRef message. Does not implicitly {@link mammofed.v1.ModelRef.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {mammofed.v1.ModelRef.$Properties} message ModelRef message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength") && (typeof message.byteLength === "object" ? message.byteLength.low || message.byteLength.high : message.byteLength !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.byteLength);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelRef message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape} ModelRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ModelRef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.byteLength = value;
                            else
                                delete message.byteLength;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ModelRef message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ModelRef} ModelRef
             */
            ModelRef.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ModelRef)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ModelRef: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ModelRef();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.byteLength != null)
                    if (typeof object.byteLength === "object" ? object.byteLength.low || object.byteLength.high : $Number(object.byteLength) !== 0)
                        if ($util.Long)
                            message.byteLength = $util.Long.fromValue(object.byteLength, true);
                        else if (typeof object.byteLength === "string")
                            message.byteLength = $parseInt(object.byteLength, 10);
                        else if (typeof object.byteLength === "number")
                            message.byteLength = object.byteLength;
                        else if (typeof object.byteLength === "object")
                            message.byteLength = new $util.LongBits(object.byteLength.low >>> 0, object.byteLength.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a ModelRef message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {mammofed.v1.ModelRef} message ModelRef
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ModelRef.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byteLength = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byteLength = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byteLength = typeof message.byteLength === "number" ? $BigInt(message.byteLength) : $util.Long.fromBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0, true).toBigInt();
                    else if (typeof message.byteLength === "number")
                        object.byteLength = options.longs === $String ? $String(message.byteLength) : message.byteLength;
                    else
                        object.byteLength = options.longs === $String ? $util.Long.prototype.toString.call(message.byteLength) : options.longs === $Number ? new $util.LongBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0).toNumber(true) : message.byteLength;
                return object;
            };

            /**
             * Converts this ModelRef to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ModelRef
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ModelRef.prototype.toJSON = function() {
                return ModelRef.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ModelRef
             * @function getTypeUrl
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ModelRef.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ModelRef";
            };

            return ModelRef;
        })();

        v1.TensorClip = (function() {

            /**
             * Properties of a TensorClip.
             * @typedef {Object} mammofed.v1.TensorClip.$Properties
             * @property {string|null} [tensor] TensorClip tensor
             * @property {number|null} [clip] TensorClip clip
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TensorClip.
             * @memberof mammofed.v1
             * @interface ITensorClip
             * @augments mammofed.v1.TensorClip.$Properties
             * @deprecated Use mammofed.v1.TensorClip.$Properties instead.
             */

            /**
             * Shape of a TensorClip.
             * @typedef {mammofed.v1.TensorClip.$Properties} mammofed.v1.TensorClip.$Shape
             */

            /**
             * Constructs a new TensorClip.
             * @memberof mammofed.v1
             * @classdesc Represents a TensorClip.
             * @constructor
             * @param {mammofed.v1.TensorClip.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TensorClip = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TensorClip tensor.
             * @member {string} tensor
             * @memberof mammofed.v1.TensorClip
             * @instance
             */
            TensorClip.prototype.tensor = "";

            /**
             * TensorClip clip.
             * @member {number} clip
             * @memberof mammofed.v1.TensorClip
             * @instance
             */
            TensorClip.prototype.clip = 0;

            /**
             * Encodes the specified TensorClip message. Does not implicitly {@link mammofed.v1.TensorClip.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {mammofed.v1.TensorClip.$Properties} message TensorClip message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TensorClip.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor") && message.tensor !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.tensor);
                if (message.clip != null && $Object.hasOwnProperty.call(message, "clip") && !$Object.is(message.clip, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.clip);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TensorClip message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape} TensorClip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TensorClip.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TensorClip();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tensor = value;
                            else
                                delete message.tensor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.clip = value;
                            else
                                delete message.clip;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TensorClip message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TensorClip} TensorClip
             */
            TensorClip.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TensorClip)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TensorClip: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TensorClip();
                if (object.tensor != null)
                    if (typeof object.tensor !== "string" || object.tensor.length)
                        message.tensor = $String(object.tensor);
                if (object.clip != null)
                    if (!$Object.is($Number(object.clip), 0))
                        message.clip = $Number(object.clip);
                return message;
            };

            /**
             * Creates a plain object from a TensorClip message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {mammofed.v1.TensorClip} message TensorClip
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TensorClip.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.tensor = "";
                    object.clip = 0;
                }
                if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor"))
                    object.tensor = message.tensor;
                if (message.clip != null && $Object.hasOwnProperty.call(message, "clip"))
                    object.clip = options.json && !$isFinite(message.clip) ? $String(message.clip) : message.clip;
                return object;
            };

            /**
             * Converts this TensorClip to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TensorClip
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TensorClip.prototype.toJSON = function() {
                return TensorClip.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TensorClip
             * @function getTypeUrl
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TensorClip.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TensorClip";
            };

            return TensorClip;
        })();

        v1.RunSignature = (function() {

            /**
             * Properties of a RunSignature.
             * @typedef {Object} mammofed.v1.RunSignature.$Properties
             * @property {Uint8Array|null} [signer] RunSignature signer
             * @property {Uint8Array|null} [signature] RunSignature signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunSignature.
             * @memberof mammofed.v1
             * @interface IRunSignature
             * @augments mammofed.v1.RunSignature.$Properties
             * @deprecated Use mammofed.v1.RunSignature.$Properties instead.
             */

            /**
             * Shape of a RunSignature.
             * @typedef {mammofed.v1.RunSignature.$Properties} mammofed.v1.RunSignature.$Shape
             */

            /**
             * Constructs a new RunSignature.
             * @memberof mammofed.v1
             * @classdesc Represents a RunSignature.
             * @constructor
             * @param {mammofed.v1.RunSignature.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunSignature = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunSignature signer.
             * @member {Uint8Array} signer
             * @memberof mammofed.v1.RunSignature
             * @instance
             */
            RunSignature.prototype.signer = $util.newBuffer([]);

            /**
             * RunSignature signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.RunSignature
             * @instance
             */
            RunSignature.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified RunSignature message. Does not implicitly {@link mammofed.v1.RunSignature.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {mammofed.v1.RunSignature.$Properties} message RunSignature message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunSignature.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer") && message.signer.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signer);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunSignature message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape} RunSignature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunSignature.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunSignature();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signer = value;
                            else
                                delete message.signer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunSignature message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunSignature} RunSignature
             */
            RunSignature.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunSignature)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunSignature: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunSignature();
                if (object.signer != null)
                    if (object.signer.length)
                        if (typeof object.signer === "string")
                            $util.base64.decode(object.signer, message.signer = $util.newBuffer($util.base64.length(object.signer)), 0);
                        else if (object.signer.length >= 0)
                            message.signer = object.signer;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from a RunSignature message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {mammofed.v1.RunSignature} message RunSignature
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunSignature.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.signer = "";
                    else {
                        object.signer = [];
                        if (options.bytes !== $Array)
                            object.signer = $util.newBuffer(object.signer);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer"))
                    object.signer = options.bytes === $String ? $util.base64.encode(message.signer, 0, message.signer.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signer) : message.signer;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this RunSignature to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunSignature
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunSignature.prototype.toJSON = function() {
                return RunSignature.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunSignature
             * @function getTypeUrl
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunSignature.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunSignature";
            };

            return RunSignature;
        })();

        v1.RunOffer = (function() {

            /**
             * Properties of a RunOffer.
             * @typedef {Object} mammofed.v1.RunOffer.$Properties
             * @property {string|null} [runId] RunOffer runId
             * @property {string|null} [configJson] RunOffer configJson
             * @property {Uint8Array|null} [configSha256] RunOffer configSha256
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] RunOffer signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunOffer.
             * @memberof mammofed.v1
             * @interface IRunOffer
             * @augments mammofed.v1.RunOffer.$Properties
             * @deprecated Use mammofed.v1.RunOffer.$Properties instead.
             */

            /**
             * Shape of a RunOffer.
             * @typedef {mammofed.v1.RunOffer.$Properties} mammofed.v1.RunOffer.$Shape
             */

            /**
             * Constructs a new RunOffer.
             * @memberof mammofed.v1
             * @classdesc Represents a RunOffer.
             * @constructor
             * @param {mammofed.v1.RunOffer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunOffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunOffer runId.
             * @member {string} runId
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.runId = "";

            /**
             * RunOffer configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.configJson = "";

            /**
             * RunOffer configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.configSha256 = $util.newBuffer([]);

            /**
             * RunOffer signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.signature = null;

            /**
             * Encodes the specified RunOffer message. Does not implicitly {@link mammofed.v1.RunOffer.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {mammofed.v1.RunOffer.$Properties} message RunOffer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunOffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.configSha256);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunOffer message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape} RunOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunOffer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunOffer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunOffer message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunOffer} RunOffer
             */
            RunOffer.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunOffer)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunOffer: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunOffer();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.RunOffer.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a RunOffer message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {mammofed.v1.RunOffer} message RunOffer
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunOffer.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this RunOffer to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunOffer
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunOffer.prototype.toJSON = function() {
                return RunOffer.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunOffer
             * @function getTypeUrl
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunOffer.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunOffer";
            };

            return RunOffer;
        })();

        v1.RunAgreed = (function() {

            /**
             * Properties of a RunAgreed.
             * @typedef {Object} mammofed.v1.RunAgreed.$Properties
             * @property {string|null} [runId] RunAgreed runId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunAgreed.
             * @memberof mammofed.v1
             * @interface IRunAgreed
             * @augments mammofed.v1.RunAgreed.$Properties
             * @deprecated Use mammofed.v1.RunAgreed.$Properties instead.
             */

            /**
             * Shape of a RunAgreed.
             * @typedef {mammofed.v1.RunAgreed.$Properties} mammofed.v1.RunAgreed.$Shape
             */

            /**
             * Constructs a new RunAgreed.
             * @memberof mammofed.v1
             * @classdesc Represents a RunAgreed.
             * @constructor
             * @param {mammofed.v1.RunAgreed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunAgreed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunAgreed runId.
             * @member {string} runId
             * @memberof mammofed.v1.RunAgreed
             * @instance
             */
            RunAgreed.prototype.runId = "";

            /**
             * Encodes the specified RunAgreed message. Does not implicitly {@link mammofed.v1.RunAgreed.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {mammofed.v1.RunAgreed.$Properties} message RunAgreed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunAgreed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunAgreed message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape} RunAgreed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunAgreed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunAgreed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunAgreed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunAgreed} RunAgreed
             */
            RunAgreed.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunAgreed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunAgreed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunAgreed();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                return message;
            };

            /**
             * Creates a plain object from a RunAgreed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {mammofed.v1.RunAgreed} message RunAgreed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunAgreed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.runId = "";
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                return object;
            };

            /**
             * Converts this RunAgreed to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunAgreed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunAgreed.prototype.toJSON = function() {
                return RunAgreed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunAgreed
             * @function getTypeUrl
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunAgreed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunAgreed";
            };

            return RunAgreed;
        })();

        v1.OfferAgain = (function() {

            /**
             * Properties of an OfferAgain.
             * @typedef {Object} mammofed.v1.OfferAgain.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OfferAgain.
             * @memberof mammofed.v1
             * @interface IOfferAgain
             * @augments mammofed.v1.OfferAgain.$Properties
             * @deprecated Use mammofed.v1.OfferAgain.$Properties instead.
             */

            /**
             * Shape of an OfferAgain.
             * @typedef {mammofed.v1.OfferAgain.$Properties} mammofed.v1.OfferAgain.$Shape
             */

            /**
             * Constructs a new OfferAgain.
             * @memberof mammofed.v1
             * @classdesc Represents an OfferAgain.
             * @constructor
             * @param {mammofed.v1.OfferAgain.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OfferAgain = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified OfferAgain message. Does not implicitly {@link mammofed.v1.OfferAgain.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {mammofed.v1.OfferAgain.$Properties} message OfferAgain message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OfferAgain.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OfferAgain message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape} OfferAgain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OfferAgain.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.OfferAgain();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an OfferAgain message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.OfferAgain} OfferAgain
             */
            OfferAgain.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.OfferAgain)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.OfferAgain: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.OfferAgain();
            };

            /**
             * Creates a plain object from an OfferAgain message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {mammofed.v1.OfferAgain} message OfferAgain
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            OfferAgain.toObject = function () {
                return {};
            };

            /**
             * Converts this OfferAgain to JSON.
             * @function toJSON
             * @memberof mammofed.v1.OfferAgain
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            OfferAgain.prototype.toJSON = function() {
                return OfferAgain.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for OfferAgain
             * @function getTypeUrl
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            OfferAgain.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.OfferAgain";
            };

            return OfferAgain;
        })();

        v1.TrainTask = (function() {

            /**
             * Properties of a TrainTask.
             * @typedef {Object} mammofed.v1.TrainTask.$Properties
             * @property {string|null} [runId] TrainTask runId
             * @property {number|null} [round] TrainTask round
             * @property {number|null} [attempt] TrainTask attempt
             * @property {string|null} [mode] TrainTask mode
             * @property {string|null} [configJson] TrainTask configJson
             * @property {Uint8Array|null} [configSha256] TrainTask configSha256
             * @property {mammofed.v1.ModelRef.$Properties|null} [baseModel] TrainTask baseModel
             * @property {Array.<mammofed.v1.TensorClip.$Properties>|null} [clips] TrainTask clips
             * @property {number|null} [ringBits] TrainTask ringBits
             * @property {number|null} [quantumMax] TrainTask quantumMax
             * @property {number|Long|null} [deadlineUnixMs] TrainTask deadlineUnixMs
             * @property {mammofed.v1.TreeHead.$Properties|null} [treeHead] TrainTask treeHead
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] TrainTask signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainTask.
             * @memberof mammofed.v1
             * @interface ITrainTask
             * @augments mammofed.v1.TrainTask.$Properties
             * @deprecated Use mammofed.v1.TrainTask.$Properties instead.
             */

            /**
             * Shape of a TrainTask.
             * @typedef {mammofed.v1.TrainTask.$Properties} mammofed.v1.TrainTask.$Shape
             */

            /**
             * Constructs a new TrainTask.
             * @memberof mammofed.v1
             * @classdesc Represents a TrainTask.
             * @constructor
             * @param {mammofed.v1.TrainTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainTask = function (properties) {
                this.clips = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrainTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.runId = "";

            /**
             * TrainTask round.
             * @member {number} round
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.round = 0;

            /**
             * TrainTask attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.attempt = 0;

            /**
             * TrainTask mode.
             * @member {string} mode
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.mode = "";

            /**
             * TrainTask configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.configJson = "";

            /**
             * TrainTask configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.configSha256 = $util.newBuffer([]);

            /**
             * TrainTask baseModel.
             * @member {mammofed.v1.ModelRef.$Properties|null|undefined} baseModel
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.baseModel = null;

            /**
             * TrainTask clips.
             * @member {Array.<mammofed.v1.TensorClip.$Properties>} clips
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.clips = $util.emptyArray;

            /**
             * TrainTask ringBits.
             * @member {number} ringBits
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.ringBits = 0;

            /**
             * TrainTask quantumMax.
             * @member {number} quantumMax
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.quantumMax = 0;

            /**
             * TrainTask deadlineUnixMs.
             * @member {number|Long} deadlineUnixMs
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.deadlineUnixMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TrainTask treeHead.
             * @member {mammofed.v1.TreeHead.$Properties|null|undefined} treeHead
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.treeHead = null;

            /**
             * TrainTask signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.signature = null;

            /**
             * Encodes the specified TrainTask message. Does not implicitly {@link mammofed.v1.TrainTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {mammofed.v1.TrainTask.$Properties} message TrainTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.mode);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.configSha256);
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel"))
                    $root.mammofed.v1.ModelRef.encode(message.baseModel, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.clips != null && message.clips.length)
                    for (let i = 0; i < message.clips.length; ++i)
                        $root.mammofed.v1.TensorClip.encode(message.clips[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits") && message.ringBits !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.ringBits);
                if (message.quantumMax != null && $Object.hasOwnProperty.call(message, "quantumMax") && message.quantumMax !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.quantumMax);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && (typeof message.deadlineUnixMs === "object" ? message.deadlineUnixMs.low || message.deadlineUnixMs.high : message.deadlineUnixMs !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.deadlineUnixMs);
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    $root.mammofed.v1.TreeHead.encode(message.treeHead, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape} TrainTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TrainTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.baseModel = $root.mammofed.v1.ModelRef.decode(reader, reader.size(), $undefined, _depth + 1, message.baseModel);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.clips && message.clips.length))
                                message.clips = [];
                            message.clips.push($root.mammofed.v1.TensorClip.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ringBits = value;
                            else
                                delete message.ringBits;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.quantumMax = value;
                            else
                                delete message.quantumMax;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.treeHead = $root.mammofed.v1.TreeHead.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHead);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrainTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TrainTask} TrainTask
             */
            TrainTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TrainTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TrainTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TrainTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.mode != null)
                    if (typeof object.mode !== "string" || object.mode.length)
                        message.mode = $String(object.mode);
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.baseModel != null) {
                    if (!$util.isObject(object.baseModel))
                        throw $TypeError(".mammofed.v1.TrainTask.baseModel: object expected");
                    message.baseModel = $root.mammofed.v1.ModelRef.fromObject(object.baseModel, _depth + 1);
                }
                if (object.clips) {
                    if (!$Array.isArray(object.clips))
                        throw $TypeError(".mammofed.v1.TrainTask.clips: array expected");
                    message.clips = $Array(object.clips.length);
                    for (let i = 0; i < object.clips.length; ++i) {
                        if (!$util.isObject(object.clips[i]))
                            throw $TypeError(".mammofed.v1.TrainTask.clips: object expected");
                        message.clips[i] = $root.mammofed.v1.TensorClip.fromObject(object.clips[i], _depth + 1);
                    }
                }
                if (object.ringBits != null)
                    if ($Number(object.ringBits) !== 0)
                        message.ringBits = object.ringBits >>> 0;
                if (object.quantumMax != null)
                    if ($Number(object.quantumMax) !== 0)
                        message.quantumMax = object.quantumMax >>> 0;
                if (object.deadlineUnixMs != null)
                    if (typeof object.deadlineUnixMs === "object" ? object.deadlineUnixMs.low || object.deadlineUnixMs.high : $Number(object.deadlineUnixMs) !== 0)
                        if ($util.Long)
                            message.deadlineUnixMs = $util.Long.fromValue(object.deadlineUnixMs, true);
                        else if (typeof object.deadlineUnixMs === "string")
                            message.deadlineUnixMs = $parseInt(object.deadlineUnixMs, 10);
                        else if (typeof object.deadlineUnixMs === "number")
                            message.deadlineUnixMs = object.deadlineUnixMs;
                        else if (typeof object.deadlineUnixMs === "object")
                            message.deadlineUnixMs = new $util.LongBits(object.deadlineUnixMs.low >>> 0, object.deadlineUnixMs.high >>> 0).toNumber(true);
                if (object.treeHead != null) {
                    if (!$util.isObject(object.treeHead))
                        throw $TypeError(".mammofed.v1.TrainTask.treeHead: object expected");
                    message.treeHead = $root.mammofed.v1.TreeHead.fromObject(object.treeHead, _depth + 1);
                }
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.TrainTask.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a TrainTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {mammofed.v1.TrainTask} message TrainTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.clips = [];
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.mode = "";
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.baseModel = null;
                    object.ringBits = 0;
                    object.quantumMax = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineUnixMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineUnixMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.treeHead = null;
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    object.mode = message.mode;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel"))
                    object.baseModel = $root.mammofed.v1.ModelRef.toObject(message.baseModel, options, _depth + 1);
                if (message.clips && message.clips.length) {
                    object.clips = $Array(message.clips.length);
                    for (let j = 0; j < message.clips.length; ++j)
                        object.clips[j] = $root.mammofed.v1.TensorClip.toObject(message.clips[j], options, _depth + 1);
                }
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits"))
                    object.ringBits = message.ringBits;
                if (message.quantumMax != null && $Object.hasOwnProperty.call(message, "quantumMax"))
                    object.quantumMax = message.quantumMax;
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineUnixMs = typeof message.deadlineUnixMs === "number" ? $BigInt(message.deadlineUnixMs) : $util.Long.fromBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineUnixMs === "number")
                        object.deadlineUnixMs = options.longs === $String ? $String(message.deadlineUnixMs) : message.deadlineUnixMs;
                    else
                        object.deadlineUnixMs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineUnixMs) : options.longs === $Number ? new $util.LongBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0).toNumber(true) : message.deadlineUnixMs;
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    object.treeHead = $root.mammofed.v1.TreeHead.toObject(message.treeHead, options, _depth + 1);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this TrainTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TrainTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainTask.prototype.toJSON = function() {
                return TrainTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TrainTask
             * @function getTypeUrl
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TrainTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TrainTask";
            };

            return TrainTask;
        })();

        v1.EvaluateTask = (function() {

            /**
             * Properties of an EvaluateTask.
             * @typedef {Object} mammofed.v1.EvaluateTask.$Properties
             * @property {string|null} [runId] EvaluateTask runId
             * @property {number|null} [round] EvaluateTask round
             * @property {string|null} [configJson] EvaluateTask configJson
             * @property {Uint8Array|null} [configSha256] EvaluateTask configSha256
             * @property {mammofed.v1.ModelRef.$Properties|null} [model] EvaluateTask model
             * @property {number|Long|null} [deadlineUnixMs] EvaluateTask deadlineUnixMs
             * @property {mammofed.v1.TreeHead.$Properties|null} [treeHead] EvaluateTask treeHead
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] EvaluateTask signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluateTask.
             * @memberof mammofed.v1
             * @interface IEvaluateTask
             * @augments mammofed.v1.EvaluateTask.$Properties
             * @deprecated Use mammofed.v1.EvaluateTask.$Properties instead.
             */

            /**
             * Shape of an EvaluateTask.
             * @typedef {mammofed.v1.EvaluateTask.$Properties} mammofed.v1.EvaluateTask.$Shape
             */

            /**
             * Constructs a new EvaluateTask.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluateTask.
             * @constructor
             * @param {mammofed.v1.EvaluateTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluateTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluateTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.runId = "";

            /**
             * EvaluateTask round.
             * @member {number} round
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.round = 0;

            /**
             * EvaluateTask configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.configJson = "";

            /**
             * EvaluateTask configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.configSha256 = $util.newBuffer([]);

            /**
             * EvaluateTask model.
             * @member {mammofed.v1.ModelRef.$Properties|null|undefined} model
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.model = null;

            /**
             * EvaluateTask deadlineUnixMs.
             * @member {number|Long} deadlineUnixMs
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.deadlineUnixMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EvaluateTask treeHead.
             * @member {mammofed.v1.TreeHead.$Properties|null|undefined} treeHead
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.treeHead = null;

            /**
             * EvaluateTask signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.signature = null;

            /**
             * Encodes the specified EvaluateTask message. Does not implicitly {@link mammofed.v1.EvaluateTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {mammofed.v1.EvaluateTask.$Properties} message EvaluateTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluateTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.configSha256);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    $root.mammofed.v1.ModelRef.encode(message.model, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && (typeof message.deadlineUnixMs === "object" ? message.deadlineUnixMs.low || message.deadlineUnixMs.high : message.deadlineUnixMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.deadlineUnixMs);
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    $root.mammofed.v1.TreeHead.encode(message.treeHead, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluateTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape} EvaluateTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluateTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluateTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.model = $root.mammofed.v1.ModelRef.decode(reader, reader.size(), $undefined, _depth + 1, message.model);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.treeHead = $root.mammofed.v1.TreeHead.decode(reader, reader.size(), $undefined, _depth + 1, message.treeHead);
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluateTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluateTask} EvaluateTask
             */
            EvaluateTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluateTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluateTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EvaluateTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.model != null) {
                    if (!$util.isObject(object.model))
                        throw $TypeError(".mammofed.v1.EvaluateTask.model: object expected");
                    message.model = $root.mammofed.v1.ModelRef.fromObject(object.model, _depth + 1);
                }
                if (object.deadlineUnixMs != null)
                    if (typeof object.deadlineUnixMs === "object" ? object.deadlineUnixMs.low || object.deadlineUnixMs.high : $Number(object.deadlineUnixMs) !== 0)
                        if ($util.Long)
                            message.deadlineUnixMs = $util.Long.fromValue(object.deadlineUnixMs, true);
                        else if (typeof object.deadlineUnixMs === "string")
                            message.deadlineUnixMs = $parseInt(object.deadlineUnixMs, 10);
                        else if (typeof object.deadlineUnixMs === "number")
                            message.deadlineUnixMs = object.deadlineUnixMs;
                        else if (typeof object.deadlineUnixMs === "object")
                            message.deadlineUnixMs = new $util.LongBits(object.deadlineUnixMs.low >>> 0, object.deadlineUnixMs.high >>> 0).toNumber(true);
                if (object.treeHead != null) {
                    if (!$util.isObject(object.treeHead))
                        throw $TypeError(".mammofed.v1.EvaluateTask.treeHead: object expected");
                    message.treeHead = $root.mammofed.v1.TreeHead.fromObject(object.treeHead, _depth + 1);
                }
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.EvaluateTask.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an EvaluateTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {mammofed.v1.EvaluateTask} message EvaluateTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluateTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.model = null;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineUnixMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineUnixMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.treeHead = null;
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = $root.mammofed.v1.ModelRef.toObject(message.model, options, _depth + 1);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineUnixMs = typeof message.deadlineUnixMs === "number" ? $BigInt(message.deadlineUnixMs) : $util.Long.fromBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineUnixMs === "number")
                        object.deadlineUnixMs = options.longs === $String ? $String(message.deadlineUnixMs) : message.deadlineUnixMs;
                    else
                        object.deadlineUnixMs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineUnixMs) : options.longs === $Number ? new $util.LongBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0).toNumber(true) : message.deadlineUnixMs;
                if (message.treeHead != null && $Object.hasOwnProperty.call(message, "treeHead"))
                    object.treeHead = $root.mammofed.v1.TreeHead.toObject(message.treeHead, options, _depth + 1);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this EvaluateTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluateTask.prototype.toJSON = function() {
                return EvaluateTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluateTask
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluateTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluateTask";
            };

            return EvaluateTask;
        })();

        v1.CancelTask = (function() {

            /**
             * Properties of a CancelTask.
             * @typedef {Object} mammofed.v1.CancelTask.$Properties
             * @property {string|null} [runId] CancelTask runId
             * @property {number|null} [round] CancelTask round
             * @property {number|null} [attempt] CancelTask attempt
             * @property {string|null} [reason] CancelTask reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CancelTask.
             * @memberof mammofed.v1
             * @interface ICancelTask
             * @augments mammofed.v1.CancelTask.$Properties
             * @deprecated Use mammofed.v1.CancelTask.$Properties instead.
             */

            /**
             * Shape of a CancelTask.
             * @typedef {mammofed.v1.CancelTask.$Properties} mammofed.v1.CancelTask.$Shape
             */

            /**
             * Constructs a new CancelTask.
             * @memberof mammofed.v1
             * @classdesc Represents a CancelTask.
             * @constructor
             * @param {mammofed.v1.CancelTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CancelTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CancelTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.runId = "";

            /**
             * CancelTask round.
             * @member {number} round
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.round = 0;

            /**
             * CancelTask attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.attempt = 0;

            /**
             * CancelTask reason.
             * @member {string} reason
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.reason = "";

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link mammofed.v1.CancelTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {mammofed.v1.CancelTask.$Properties} message CancelTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CancelTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CancelTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.CancelTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a CancelTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.CancelTask} CancelTask
             */
            CancelTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.CancelTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.CancelTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.CancelTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a CancelTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {mammofed.v1.CancelTask} message CancelTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            CancelTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.reason = "";
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this CancelTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.CancelTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            CancelTask.prototype.toJSON = function() {
                return CancelTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for CancelTask
             * @function getTypeUrl
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            CancelTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.CancelTask";
            };

            return CancelTask;
        })();

        v1.TaskAccepted = (function() {

            /**
             * Properties of a TaskAccepted.
             * @typedef {Object} mammofed.v1.TaskAccepted.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskAccepted.
             * @memberof mammofed.v1
             * @interface ITaskAccepted
             * @augments mammofed.v1.TaskAccepted.$Properties
             * @deprecated Use mammofed.v1.TaskAccepted.$Properties instead.
             */

            /**
             * Shape of a TaskAccepted.
             * @typedef {mammofed.v1.TaskAccepted.$Properties} mammofed.v1.TaskAccepted.$Shape
             */

            /**
             * Constructs a new TaskAccepted.
             * @memberof mammofed.v1
             * @classdesc Represents a TaskAccepted.
             * @constructor
             * @param {mammofed.v1.TaskAccepted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskAccepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified TaskAccepted message. Does not implicitly {@link mammofed.v1.TaskAccepted.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {mammofed.v1.TaskAccepted.$Properties} message TaskAccepted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskAccepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskAccepted message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape} TaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskAccepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TaskAccepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TaskAccepted} TaskAccepted
             */
            TaskAccepted.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TaskAccepted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TaskAccepted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.TaskAccepted();
            };

            /**
             * Creates a plain object from a TaskAccepted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {mammofed.v1.TaskAccepted} message TaskAccepted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TaskAccepted.toObject = function () {
                return {};
            };

            /**
             * Converts this TaskAccepted to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TaskAccepted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TaskAccepted.prototype.toJSON = function() {
                return TaskAccepted.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TaskAccepted
             * @function getTypeUrl
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TaskAccepted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TaskAccepted";
            };

            return TaskAccepted;
        })();

        v1.Progress = (function() {

            /**
             * Properties of a Progress.
             * @typedef {Object} mammofed.v1.Progress.$Properties
             * @property {string|null} [runId] Progress runId
             * @property {number|null} [round] Progress round
             * @property {number|null} [attempt] Progress attempt
             * @property {string|null} [phase] Progress phase
             * @property {number|null} [step] Progress step
             * @property {number|null} [stepCount] Progress stepCount
             * @property {number|null} [loss] Progress loss
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Progress.
             * @memberof mammofed.v1
             * @interface IProgress
             * @augments mammofed.v1.Progress.$Properties
             * @deprecated Use mammofed.v1.Progress.$Properties instead.
             */

            /**
             * Shape of a Progress.
             * @typedef {mammofed.v1.Progress.$Properties} mammofed.v1.Progress.$Shape
             */

            /**
             * Constructs a new Progress.
             * @memberof mammofed.v1
             * @classdesc Represents a Progress.
             * @constructor
             * @param {mammofed.v1.Progress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Progress runId.
             * @member {string} runId
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.runId = "";

            /**
             * Progress round.
             * @member {number} round
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.round = 0;

            /**
             * Progress attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.attempt = 0;

            /**
             * Progress phase.
             * @member {string} phase
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.phase = "";

            /**
             * Progress step.
             * @member {number} step
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.step = 0;

            /**
             * Progress stepCount.
             * @member {number} stepCount
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.stepCount = 0;

            /**
             * Progress loss.
             * @member {number|null|undefined} loss
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.loss = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Progress.prototype, "_loss", {
                get: $util.oneOfGetter($oneOfFields = ["loss"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Progress message. Does not implicitly {@link mammofed.v1.Progress.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Progress
             * @static
             * @param {mammofed.v1.Progress.$Properties} message Progress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.phase);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.step);
                if (message.stepCount != null && $Object.hasOwnProperty.call(message, "stepCount") && message.stepCount !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.stepCount);
                if (message.loss != null && $Object.hasOwnProperty.call(message, "loss"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.loss);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Progress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Progress & mammofed.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Progress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.step = value;
                            else
                                delete message.step;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stepCount = value;
                            else
                                delete message.stepCount;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.loss = reader.double();
                            message._loss = "loss";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Progress message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Progress
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Progress} Progress
             */
            Progress.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Progress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Progress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Progress();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.phase != null)
                    if (typeof object.phase !== "string" || object.phase.length)
                        message.phase = $String(object.phase);
                if (object.step != null)
                    if ($Number(object.step) !== 0)
                        message.step = object.step >>> 0;
                if (object.stepCount != null)
                    if ($Number(object.stepCount) !== 0)
                        message.stepCount = object.stepCount >>> 0;
                if (object.loss != null)
                    message.loss = $Number(object.loss);
                return message;
            };

            /**
             * Creates a plain object from a Progress message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Progress
             * @static
             * @param {mammofed.v1.Progress} message Progress
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Progress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.phase = "";
                    object.step = 0;
                    object.stepCount = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    object.phase = message.phase;
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    object.step = message.step;
                if (message.stepCount != null && $Object.hasOwnProperty.call(message, "stepCount"))
                    object.stepCount = message.stepCount;
                if (message.loss != null && $Object.hasOwnProperty.call(message, "loss"))
                    object.loss = options.json && !$isFinite(message.loss) ? $String(message.loss) : message.loss;
                return object;
            };

            /**
             * Converts this Progress to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Progress
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Progress.prototype.toJSON = function() {
                return Progress.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Progress
             * @function getTypeUrl
             * @memberof mammofed.v1.Progress
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Progress.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Progress";
            };

            return Progress;
        })();

        v1.TaskFailed = (function() {

            /**
             * Properties of a TaskFailed.
             * @typedef {Object} mammofed.v1.TaskFailed.$Properties
             * @property {string|null} [runId] TaskFailed runId
             * @property {number|null} [round] TaskFailed round
             * @property {number|null} [attempt] TaskFailed attempt
             * @property {string|null} [code] TaskFailed code
             * @property {string|null} [message] TaskFailed message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskFailed.
             * @memberof mammofed.v1
             * @interface ITaskFailed
             * @augments mammofed.v1.TaskFailed.$Properties
             * @deprecated Use mammofed.v1.TaskFailed.$Properties instead.
             */

            /**
             * Shape of a TaskFailed.
             * @typedef {mammofed.v1.TaskFailed.$Properties} mammofed.v1.TaskFailed.$Shape
             */

            /**
             * Constructs a new TaskFailed.
             * @memberof mammofed.v1
             * @classdesc Represents a TaskFailed.
             * @constructor
             * @param {mammofed.v1.TaskFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskFailed runId.
             * @member {string} runId
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.runId = "";

            /**
             * TaskFailed round.
             * @member {number} round
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.round = 0;

            /**
             * TaskFailed attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.attempt = 0;

            /**
             * TaskFailed code.
             * @member {string} code
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.code = "";

            /**
             * TaskFailed message.
             * @member {string} message
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.message = "";

            /**
             * Encodes the specified TaskFailed message. Does not implicitly {@link mammofed.v1.TaskFailed.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {mammofed.v1.TaskFailed.$Properties} message TaskFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskFailed message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape} TaskFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TaskFailed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TaskFailed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TaskFailed} TaskFailed
             */
            TaskFailed.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TaskFailed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TaskFailed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TaskFailed();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            /**
             * Creates a plain object from a TaskFailed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {mammofed.v1.TaskFailed} message TaskFailed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TaskFailed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.code = "";
                    object.message = "";
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            /**
             * Converts this TaskFailed to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TaskFailed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TaskFailed.prototype.toJSON = function() {
                return TaskFailed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TaskFailed
             * @function getTypeUrl
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TaskFailed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TaskFailed";
            };

            return TaskFailed;
        })();

        v1.Trained = (function() {

            /**
             * Properties of a Trained.
             * @typedef {Object} mammofed.v1.Trained.$Properties
             * @property {string|null} [runId] Trained runId
             * @property {number|null} [round] Trained round
             * @property {number|null} [attempt] Trained attempt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Trained.
             * @memberof mammofed.v1
             * @interface ITrained
             * @augments mammofed.v1.Trained.$Properties
             * @deprecated Use mammofed.v1.Trained.$Properties instead.
             */

            /**
             * Shape of a Trained.
             * @typedef {mammofed.v1.Trained.$Properties} mammofed.v1.Trained.$Shape
             */

            /**
             * Constructs a new Trained.
             * @memberof mammofed.v1
             * @classdesc Represents a Trained.
             * @constructor
             * @param {mammofed.v1.Trained.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Trained = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Trained runId.
             * @member {string} runId
             * @memberof mammofed.v1.Trained
             * @instance
             */
            Trained.prototype.runId = "";

            /**
             * Trained round.
             * @member {number} round
             * @memberof mammofed.v1.Trained
             * @instance
             */
            Trained.prototype.round = 0;

            /**
             * Trained attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.Trained
             * @instance
             */
            Trained.prototype.attempt = 0;

            /**
             * Encodes the specified Trained message. Does not implicitly {@link mammofed.v1.Trained.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Trained
             * @static
             * @param {mammofed.v1.Trained.$Properties} message Trained message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Trained.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Trained message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Trained
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Trained & mammofed.v1.Trained.$Shape} Trained
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Trained.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Trained();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Trained message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Trained
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Trained} Trained
             */
            Trained.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Trained)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Trained: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Trained();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Trained message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Trained
             * @static
             * @param {mammofed.v1.Trained} message Trained
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Trained.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                return object;
            };

            /**
             * Converts this Trained to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Trained
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Trained.prototype.toJSON = function() {
                return Trained.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Trained
             * @function getTypeUrl
             * @memberof mammofed.v1.Trained
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Trained.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Trained";
            };

            return Trained;
        })();

        v1.TrainedNoted = (function() {

            /**
             * Properties of a TrainedNoted.
             * @typedef {Object} mammofed.v1.TrainedNoted.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainedNoted.
             * @memberof mammofed.v1
             * @interface ITrainedNoted
             * @augments mammofed.v1.TrainedNoted.$Properties
             * @deprecated Use mammofed.v1.TrainedNoted.$Properties instead.
             */

            /**
             * Shape of a TrainedNoted.
             * @typedef {mammofed.v1.TrainedNoted.$Properties} mammofed.v1.TrainedNoted.$Shape
             */

            /**
             * Constructs a new TrainedNoted.
             * @memberof mammofed.v1
             * @classdesc Represents a TrainedNoted.
             * @constructor
             * @param {mammofed.v1.TrainedNoted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainedNoted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified TrainedNoted message. Does not implicitly {@link mammofed.v1.TrainedNoted.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TrainedNoted
             * @static
             * @param {mammofed.v1.TrainedNoted.$Properties} message TrainedNoted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainedNoted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainedNoted message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TrainedNoted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainedNoted & mammofed.v1.TrainedNoted.$Shape} TrainedNoted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainedNoted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TrainedNoted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrainedNoted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TrainedNoted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TrainedNoted} TrainedNoted
             */
            TrainedNoted.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TrainedNoted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TrainedNoted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.TrainedNoted();
            };

            /**
             * Creates a plain object from a TrainedNoted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TrainedNoted
             * @static
             * @param {mammofed.v1.TrainedNoted} message TrainedNoted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainedNoted.toObject = function () {
                return {};
            };

            /**
             * Converts this TrainedNoted to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TrainedNoted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainedNoted.prototype.toJSON = function() {
                return TrainedNoted.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TrainedNoted
             * @function getTypeUrl
             * @memberof mammofed.v1.TrainedNoted
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TrainedNoted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TrainedNoted";
            };

            return TrainedNoted;
        })();

        v1.ChunkRequest = (function() {

            /**
             * Properties of a ChunkRequest.
             * @typedef {Object} mammofed.v1.ChunkRequest.$Properties
             * @property {Uint8Array|null} [sha256] ChunkRequest sha256
             * @property {number|null} [index] ChunkRequest index
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChunkRequest.
             * @memberof mammofed.v1
             * @interface IChunkRequest
             * @augments mammofed.v1.ChunkRequest.$Properties
             * @deprecated Use mammofed.v1.ChunkRequest.$Properties instead.
             */

            /**
             * Shape of a ChunkRequest.
             * @typedef {mammofed.v1.ChunkRequest.$Properties} mammofed.v1.ChunkRequest.$Shape
             */

            /**
             * Constructs a new ChunkRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a ChunkRequest.
             * @constructor
             * @param {mammofed.v1.ChunkRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChunkRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChunkRequest sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             */
            ChunkRequest.prototype.sha256 = $util.newBuffer([]);

            /**
             * ChunkRequest index.
             * @member {number} index
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             */
            ChunkRequest.prototype.index = 0;

            /**
             * Encodes the specified ChunkRequest message. Does not implicitly {@link mammofed.v1.ChunkRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {mammofed.v1.ChunkRequest.$Properties} message ChunkRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChunkRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.index);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChunkRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape} ChunkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChunkRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ChunkRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ChunkRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ChunkRequest} ChunkRequest
             */
            ChunkRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ChunkRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ChunkRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ChunkRequest();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a ChunkRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {mammofed.v1.ChunkRequest} message ChunkRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ChunkRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    object.index = 0;
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                return object;
            };

            /**
             * Converts this ChunkRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ChunkRequest.prototype.toJSON = function() {
                return ChunkRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ChunkRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ChunkRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ChunkRequest";
            };

            return ChunkRequest;
        })();

        v1.Chunk = (function() {

            /**
             * Properties of a Chunk.
             * @typedef {Object} mammofed.v1.Chunk.$Properties
             * @property {Uint8Array|null} [sha256] Chunk sha256
             * @property {number|null} [index] Chunk index
             * @property {Uint8Array|null} [data] Chunk data
             * @property {Uint8Array|null} [chunkSha256] Chunk chunkSha256
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Chunk.
             * @memberof mammofed.v1
             * @interface IChunk
             * @augments mammofed.v1.Chunk.$Properties
             * @deprecated Use mammofed.v1.Chunk.$Properties instead.
             */

            /**
             * Shape of a Chunk.
             * @typedef {mammofed.v1.Chunk.$Properties} mammofed.v1.Chunk.$Shape
             */

            /**
             * Constructs a new Chunk.
             * @memberof mammofed.v1
             * @classdesc Represents a Chunk.
             * @constructor
             * @param {mammofed.v1.Chunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Chunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Chunk sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.sha256 = $util.newBuffer([]);

            /**
             * Chunk index.
             * @member {number} index
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.index = 0;

            /**
             * Chunk data.
             * @member {Uint8Array} data
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.data = $util.newBuffer([]);

            /**
             * Chunk chunkSha256.
             * @member {Uint8Array} chunkSha256
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.chunkSha256 = $util.newBuffer([]);

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link mammofed.v1.Chunk.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {mammofed.v1.Chunk.$Properties} message Chunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Chunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.index);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.data);
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256") && message.chunkSha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.chunkSha256);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape} Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Chunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Chunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.chunkSha256 = value;
                            else
                                delete message.chunkSha256;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Chunk message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Chunk} Chunk
             */
            Chunk.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Chunk)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Chunk: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Chunk();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                if (object.data != null)
                    if (object.data.length)
                        if (typeof object.data === "string")
                            $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                        else if (object.data.length >= 0)
                            message.data = object.data;
                if (object.chunkSha256 != null)
                    if (object.chunkSha256.length)
                        if (typeof object.chunkSha256 === "string")
                            $util.base64.decode(object.chunkSha256, message.chunkSha256 = $util.newBuffer($util.base64.length(object.chunkSha256)), 0);
                        else if (object.chunkSha256.length >= 0)
                            message.chunkSha256 = object.chunkSha256;
                return message;
            };

            /**
             * Creates a plain object from a Chunk message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {mammofed.v1.Chunk} message Chunk
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Chunk.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    object.index = 0;
                    if (options.bytes === $String)
                        object.data = "";
                    else {
                        object.data = [];
                        if (options.bytes !== $Array)
                            object.data = $util.newBuffer(object.data);
                    }
                    if (options.bytes === $String)
                        object.chunkSha256 = "";
                    else {
                        object.chunkSha256 = [];
                        if (options.bytes !== $Array)
                            object.chunkSha256 = $util.newBuffer(object.chunkSha256);
                    }
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256"))
                    object.chunkSha256 = options.bytes === $String ? $util.base64.encode(message.chunkSha256, 0, message.chunkSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.chunkSha256) : message.chunkSha256;
                return object;
            };

            /**
             * Converts this Chunk to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Chunk
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Chunk.prototype.toJSON = function() {
                return Chunk.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Chunk
             * @function getTypeUrl
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Chunk.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Chunk";
            };

            return Chunk;
        })();

        v1.UploadOpen = (function() {

            /**
             * Properties of an UploadOpen.
             * @typedef {Object} mammofed.v1.UploadOpen.$Properties
             * @property {string|null} [runId] UploadOpen runId
             * @property {number|null} [round] UploadOpen round
             * @property {number|null} [attempt] UploadOpen attempt
             * @property {Uint8Array|null} [sha256] UploadOpen sha256
             * @property {number|Long|null} [byteLength] UploadOpen byteLength
             * @property {mammofed.v1.TrainingStatistics.$Properties|null} [statistics] UploadOpen statistics
             * @property {mammofed.v1.EngineReport.$Properties|null} [engine] UploadOpen engine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadOpen.
             * @memberof mammofed.v1
             * @interface IUploadOpen
             * @augments mammofed.v1.UploadOpen.$Properties
             * @deprecated Use mammofed.v1.UploadOpen.$Properties instead.
             */

            /**
             * Shape of an UploadOpen.
             * @typedef {mammofed.v1.UploadOpen.$Properties} mammofed.v1.UploadOpen.$Shape
             */

            /**
             * Constructs a new UploadOpen.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadOpen.
             * @constructor
             * @param {mammofed.v1.UploadOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadOpen = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadOpen runId.
             * @member {string} runId
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.runId = "";

            /**
             * UploadOpen round.
             * @member {number} round
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.round = 0;

            /**
             * UploadOpen attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.attempt = 0;

            /**
             * UploadOpen sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.sha256 = $util.newBuffer([]);

            /**
             * UploadOpen byteLength.
             * @member {number|Long} byteLength
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.byteLength = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * UploadOpen statistics.
             * @member {mammofed.v1.TrainingStatistics.$Properties|null|undefined} statistics
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.statistics = null;

            /**
             * UploadOpen engine.
             * @member {mammofed.v1.EngineReport.$Properties|null|undefined} engine
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.engine = null;

            /**
             * Encodes the specified UploadOpen message. Does not implicitly {@link mammofed.v1.UploadOpen.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {mammofed.v1.UploadOpen.$Properties} message UploadOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.sha256);
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength") && (typeof message.byteLength === "object" ? message.byteLength.low || message.byteLength.high : message.byteLength !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.byteLength);
                if (message.statistics != null && $Object.hasOwnProperty.call(message, "statistics"))
                    $root.mammofed.v1.TrainingStatistics.encode(message.statistics, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    $root.mammofed.v1.EngineReport.encode(message.engine, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadOpen message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape} UploadOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadOpen();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.byteLength = value;
                            else
                                delete message.byteLength;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.statistics = $root.mammofed.v1.TrainingStatistics.decode(reader, reader.size(), $undefined, _depth + 1, message.statistics);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.engine = $root.mammofed.v1.EngineReport.decode(reader, reader.size(), $undefined, _depth + 1, message.engine);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadOpen message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadOpen} UploadOpen
             */
            UploadOpen.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadOpen)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadOpen: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadOpen();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.byteLength != null)
                    if (typeof object.byteLength === "object" ? object.byteLength.low || object.byteLength.high : $Number(object.byteLength) !== 0)
                        if ($util.Long)
                            message.byteLength = $util.Long.fromValue(object.byteLength, true);
                        else if (typeof object.byteLength === "string")
                            message.byteLength = $parseInt(object.byteLength, 10);
                        else if (typeof object.byteLength === "number")
                            message.byteLength = object.byteLength;
                        else if (typeof object.byteLength === "object")
                            message.byteLength = new $util.LongBits(object.byteLength.low >>> 0, object.byteLength.high >>> 0).toNumber(true);
                if (object.statistics != null) {
                    if (!$util.isObject(object.statistics))
                        throw $TypeError(".mammofed.v1.UploadOpen.statistics: object expected");
                    message.statistics = $root.mammofed.v1.TrainingStatistics.fromObject(object.statistics, _depth + 1);
                }
                if (object.engine != null) {
                    if (!$util.isObject(object.engine))
                        throw $TypeError(".mammofed.v1.UploadOpen.engine: object expected");
                    message.engine = $root.mammofed.v1.EngineReport.fromObject(object.engine, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an UploadOpen message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {mammofed.v1.UploadOpen} message UploadOpen
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadOpen.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byteLength = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byteLength = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.statistics = null;
                    object.engine = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byteLength = typeof message.byteLength === "number" ? $BigInt(message.byteLength) : $util.Long.fromBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0, true).toBigInt();
                    else if (typeof message.byteLength === "number")
                        object.byteLength = options.longs === $String ? $String(message.byteLength) : message.byteLength;
                    else
                        object.byteLength = options.longs === $String ? $util.Long.prototype.toString.call(message.byteLength) : options.longs === $Number ? new $util.LongBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0).toNumber(true) : message.byteLength;
                if (message.statistics != null && $Object.hasOwnProperty.call(message, "statistics"))
                    object.statistics = $root.mammofed.v1.TrainingStatistics.toObject(message.statistics, options, _depth + 1);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    object.engine = $root.mammofed.v1.EngineReport.toObject(message.engine, options, _depth + 1);
                return object;
            };

            /**
             * Converts this UploadOpen to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadOpen
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadOpen.prototype.toJSON = function() {
                return UploadOpen.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadOpen
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadOpen.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadOpen";
            };

            return UploadOpen;
        })();

        v1.UploadStatus = (function() {

            /**
             * Properties of an UploadStatus.
             * @typedef {Object} mammofed.v1.UploadStatus.$Properties
             * @property {number|null} [nextChunk] UploadStatus nextChunk
             * @property {boolean|null} [complete] UploadStatus complete
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadStatus.
             * @memberof mammofed.v1
             * @interface IUploadStatus
             * @augments mammofed.v1.UploadStatus.$Properties
             * @deprecated Use mammofed.v1.UploadStatus.$Properties instead.
             */

            /**
             * Shape of an UploadStatus.
             * @typedef {mammofed.v1.UploadStatus.$Properties} mammofed.v1.UploadStatus.$Shape
             */

            /**
             * Constructs a new UploadStatus.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadStatus.
             * @constructor
             * @param {mammofed.v1.UploadStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadStatus nextChunk.
             * @member {number} nextChunk
             * @memberof mammofed.v1.UploadStatus
             * @instance
             */
            UploadStatus.prototype.nextChunk = 0;

            /**
             * UploadStatus complete.
             * @member {boolean} complete
             * @memberof mammofed.v1.UploadStatus
             * @instance
             */
            UploadStatus.prototype.complete = false;

            /**
             * Encodes the specified UploadStatus message. Does not implicitly {@link mammofed.v1.UploadStatus.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {mammofed.v1.UploadStatus.$Properties} message UploadStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nextChunk != null && $Object.hasOwnProperty.call(message, "nextChunk") && message.nextChunk !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nextChunk);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.complete);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadStatus message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape} UploadStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nextChunk = value;
                            else
                                delete message.nextChunk;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadStatus message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadStatus} UploadStatus
             */
            UploadStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadStatus();
                if (object.nextChunk != null)
                    if ($Number(object.nextChunk) !== 0)
                        message.nextChunk = object.nextChunk >>> 0;
                if (object.complete != null)
                    if (object.complete)
                        message.complete = $Boolean(object.complete);
                return message;
            };

            /**
             * Creates a plain object from an UploadStatus message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {mammofed.v1.UploadStatus} message UploadStatus
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.nextChunk = 0;
                    object.complete = false;
                }
                if (message.nextChunk != null && $Object.hasOwnProperty.call(message, "nextChunk"))
                    object.nextChunk = message.nextChunk;
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete"))
                    object.complete = message.complete;
                return object;
            };

            /**
             * Converts this UploadStatus to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadStatus
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadStatus.prototype.toJSON = function() {
                return UploadStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadStatus
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadStatus";
            };

            return UploadStatus;
        })();

        v1.UploadChunk = (function() {

            /**
             * Properties of an UploadChunk.
             * @typedef {Object} mammofed.v1.UploadChunk.$Properties
             * @property {string|null} [runId] UploadChunk runId
             * @property {number|null} [round] UploadChunk round
             * @property {number|null} [attempt] UploadChunk attempt
             * @property {number|null} [index] UploadChunk index
             * @property {Uint8Array|null} [data] UploadChunk data
             * @property {Uint8Array|null} [chunkSha256] UploadChunk chunkSha256
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadChunk.
             * @memberof mammofed.v1
             * @interface IUploadChunk
             * @augments mammofed.v1.UploadChunk.$Properties
             * @deprecated Use mammofed.v1.UploadChunk.$Properties instead.
             */

            /**
             * Shape of an UploadChunk.
             * @typedef {mammofed.v1.UploadChunk.$Properties} mammofed.v1.UploadChunk.$Shape
             */

            /**
             * Constructs a new UploadChunk.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadChunk.
             * @constructor
             * @param {mammofed.v1.UploadChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadChunk runId.
             * @member {string} runId
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.runId = "";

            /**
             * UploadChunk round.
             * @member {number} round
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.round = 0;

            /**
             * UploadChunk attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.attempt = 0;

            /**
             * UploadChunk index.
             * @member {number} index
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.index = 0;

            /**
             * UploadChunk data.
             * @member {Uint8Array} data
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.data = $util.newBuffer([]);

            /**
             * UploadChunk chunkSha256.
             * @member {Uint8Array} chunkSha256
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.chunkSha256 = $util.newBuffer([]);

            /**
             * Encodes the specified UploadChunk message. Does not implicitly {@link mammofed.v1.UploadChunk.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {mammofed.v1.UploadChunk.$Properties} message UploadChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.index);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.data);
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256") && message.chunkSha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.chunkSha256);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadChunk message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape} UploadChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.chunkSha256 = value;
                            else
                                delete message.chunkSha256;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadChunk message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadChunk} UploadChunk
             */
            UploadChunk.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadChunk)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadChunk: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadChunk();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                if (object.data != null)
                    if (object.data.length)
                        if (typeof object.data === "string")
                            $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                        else if (object.data.length >= 0)
                            message.data = object.data;
                if (object.chunkSha256 != null)
                    if (object.chunkSha256.length)
                        if (typeof object.chunkSha256 === "string")
                            $util.base64.decode(object.chunkSha256, message.chunkSha256 = $util.newBuffer($util.base64.length(object.chunkSha256)), 0);
                        else if (object.chunkSha256.length >= 0)
                            message.chunkSha256 = object.chunkSha256;
                return message;
            };

            /**
             * Creates a plain object from an UploadChunk message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {mammofed.v1.UploadChunk} message UploadChunk
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadChunk.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.index = 0;
                    if (options.bytes === $String)
                        object.data = "";
                    else {
                        object.data = [];
                        if (options.bytes !== $Array)
                            object.data = $util.newBuffer(object.data);
                    }
                    if (options.bytes === $String)
                        object.chunkSha256 = "";
                    else {
                        object.chunkSha256 = [];
                        if (options.bytes !== $Array)
                            object.chunkSha256 = $util.newBuffer(object.chunkSha256);
                    }
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256"))
                    object.chunkSha256 = options.bytes === $String ? $util.base64.encode(message.chunkSha256, 0, message.chunkSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.chunkSha256) : message.chunkSha256;
                return object;
            };

            /**
             * Converts this UploadChunk to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadChunk
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadChunk.prototype.toJSON = function() {
                return UploadChunk.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadChunk
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadChunk.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadChunk";
            };

            return UploadChunk;
        })();

        v1.TrainingStatistics = (function() {

            /**
             * Properties of a TrainingStatistics.
             * @typedef {Object} mammofed.v1.TrainingStatistics.$Properties
             * @property {number|null} [exampleCount] TrainingStatistics exampleCount
             * @property {number|null} [meanLoss] TrainingStatistics meanLoss
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainingStatistics.
             * @memberof mammofed.v1
             * @interface ITrainingStatistics
             * @augments mammofed.v1.TrainingStatistics.$Properties
             * @deprecated Use mammofed.v1.TrainingStatistics.$Properties instead.
             */

            /**
             * Shape of a TrainingStatistics.
             * @typedef {mammofed.v1.TrainingStatistics.$Properties} mammofed.v1.TrainingStatistics.$Shape
             */

            /**
             * Constructs a new TrainingStatistics.
             * @memberof mammofed.v1
             * @classdesc Represents a TrainingStatistics.
             * @constructor
             * @param {mammofed.v1.TrainingStatistics.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainingStatistics = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrainingStatistics exampleCount.
             * @member {number|null|undefined} exampleCount
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             */
            TrainingStatistics.prototype.exampleCount = null;

            /**
             * TrainingStatistics meanLoss.
             * @member {number|null|undefined} meanLoss
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             */
            TrainingStatistics.prototype.meanLoss = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrainingStatistics.prototype, "_exampleCount", {
                get: $util.oneOfGetter($oneOfFields = ["exampleCount"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrainingStatistics.prototype, "_meanLoss", {
                get: $util.oneOfGetter($oneOfFields = ["meanLoss"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified TrainingStatistics message. Does not implicitly {@link mammofed.v1.TrainingStatistics.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {mammofed.v1.TrainingStatistics.$Properties} message TrainingStatistics message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainingStatistics.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.exampleCount != null && $Object.hasOwnProperty.call(message, "exampleCount"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.exampleCount);
                if (message.meanLoss != null && $Object.hasOwnProperty.call(message, "meanLoss"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.meanLoss);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainingStatistics message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape} TrainingStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainingStatistics.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TrainingStatistics();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.exampleCount = reader.uint32();
                            message._exampleCount = "exampleCount";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.meanLoss = reader.double();
                            message._meanLoss = "meanLoss";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrainingStatistics message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TrainingStatistics} TrainingStatistics
             */
            TrainingStatistics.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TrainingStatistics)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TrainingStatistics: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TrainingStatistics();
                if (object.exampleCount != null)
                    message.exampleCount = object.exampleCount >>> 0;
                if (object.meanLoss != null)
                    message.meanLoss = $Number(object.meanLoss);
                return message;
            };

            /**
             * Creates a plain object from a TrainingStatistics message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {mammofed.v1.TrainingStatistics} message TrainingStatistics
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainingStatistics.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.exampleCount != null && $Object.hasOwnProperty.call(message, "exampleCount"))
                    object.exampleCount = message.exampleCount;
                if (message.meanLoss != null && $Object.hasOwnProperty.call(message, "meanLoss"))
                    object.meanLoss = options.json && !$isFinite(message.meanLoss) ? $String(message.meanLoss) : message.meanLoss;
                return object;
            };

            /**
             * Converts this TrainingStatistics to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainingStatistics.prototype.toJSON = function() {
                return TrainingStatistics.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TrainingStatistics
             * @function getTypeUrl
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TrainingStatistics.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TrainingStatistics";
            };

            return TrainingStatistics;
        })();

        v1.EngineReport = (function() {

            /**
             * Properties of an EngineReport.
             * @typedef {Object} mammofed.v1.EngineReport.$Properties
             * @property {string|null} [name] EngineReport name
             * @property {string|null} [device] EngineReport device
             * @property {number|null} [steps] EngineReport steps
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineReport.
             * @memberof mammofed.v1
             * @interface IEngineReport
             * @augments mammofed.v1.EngineReport.$Properties
             * @deprecated Use mammofed.v1.EngineReport.$Properties instead.
             */

            /**
             * Shape of an EngineReport.
             * @typedef {mammofed.v1.EngineReport.$Properties} mammofed.v1.EngineReport.$Shape
             */

            /**
             * Constructs a new EngineReport.
             * @memberof mammofed.v1
             * @classdesc Represents an EngineReport.
             * @constructor
             * @param {mammofed.v1.EngineReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EngineReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineReport name.
             * @member {string} name
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.name = "";

            /**
             * EngineReport device.
             * @member {string} device
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.device = "";

            /**
             * EngineReport steps.
             * @member {number|null|undefined} steps
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.steps = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EngineReport.prototype, "_steps", {
                get: $util.oneOfGetter($oneOfFields = ["steps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EngineReport message. Does not implicitly {@link mammofed.v1.EngineReport.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {mammofed.v1.EngineReport.$Properties} message EngineReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.device);
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.steps);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineReport message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape} EngineReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EngineReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.steps = reader.uint32();
                            message._steps = "steps";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EngineReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EngineReport} EngineReport
             */
            EngineReport.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EngineReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EngineReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EngineReport();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.steps != null)
                    message.steps = object.steps >>> 0;
                return message;
            };

            /**
             * Creates a plain object from an EngineReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {mammofed.v1.EngineReport} message EngineReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EngineReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.device = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps"))
                    object.steps = message.steps;
                return object;
            };

            /**
             * Converts this EngineReport to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EngineReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EngineReport.prototype.toJSON = function() {
                return EngineReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EngineReport
             * @function getTypeUrl
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EngineReport.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EngineReport";
            };

            return EngineReport;
        })();

        v1.MetricSummary = (function() {

            /**
             * Properties of a MetricSummary.
             * @typedef {Object} mammofed.v1.MetricSummary.$Properties
             * @property {number|null} [mean] MetricSummary mean
             * @property {number|null} [min] MetricSummary min
             * @property {number|null} [max] MetricSummary max
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MetricSummary.
             * @memberof mammofed.v1
             * @interface IMetricSummary
             * @augments mammofed.v1.MetricSummary.$Properties
             * @deprecated Use mammofed.v1.MetricSummary.$Properties instead.
             */

            /**
             * Shape of a MetricSummary.
             * @typedef {mammofed.v1.MetricSummary.$Properties} mammofed.v1.MetricSummary.$Shape
             */

            /**
             * Constructs a new MetricSummary.
             * @memberof mammofed.v1
             * @classdesc Represents a MetricSummary.
             * @constructor
             * @param {mammofed.v1.MetricSummary.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MetricSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MetricSummary mean.
             * @member {number|null|undefined} mean
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.mean = null;

            /**
             * MetricSummary min.
             * @member {number|null|undefined} min
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.min = null;

            /**
             * MetricSummary max.
             * @member {number|null|undefined} max
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.max = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_mean", {
                get: $util.oneOfGetter($oneOfFields = ["mean"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_min", {
                get: $util.oneOfGetter($oneOfFields = ["min"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_max", {
                get: $util.oneOfGetter($oneOfFields = ["max"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified MetricSummary message. Does not implicitly {@link mammofed.v1.MetricSummary.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {mammofed.v1.MetricSummary.$Properties} message MetricSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MetricSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mean != null && $Object.hasOwnProperty.call(message, "mean"))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.mean);
                if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.min);
                if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.max);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MetricSummary message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape} MetricSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MetricSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.MetricSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.mean = reader.double();
                            message._mean = "mean";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.min = reader.double();
                            message._min = "min";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.max = reader.double();
                            message._max = "max";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MetricSummary message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.MetricSummary} MetricSummary
             */
            MetricSummary.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.MetricSummary)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.MetricSummary: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.MetricSummary();
                if (object.mean != null)
                    message.mean = $Number(object.mean);
                if (object.min != null)
                    message.min = $Number(object.min);
                if (object.max != null)
                    message.max = $Number(object.max);
                return message;
            };

            /**
             * Creates a plain object from a MetricSummary message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {mammofed.v1.MetricSummary} message MetricSummary
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MetricSummary.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.mean != null && $Object.hasOwnProperty.call(message, "mean"))
                    object.mean = options.json && !$isFinite(message.mean) ? $String(message.mean) : message.mean;
                if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                    object.min = options.json && !$isFinite(message.min) ? $String(message.min) : message.min;
                if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                    object.max = options.json && !$isFinite(message.max) ? $String(message.max) : message.max;
                return object;
            };

            /**
             * Converts this MetricSummary to JSON.
             * @function toJSON
             * @memberof mammofed.v1.MetricSummary
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MetricSummary.prototype.toJSON = function() {
                return MetricSummary.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for MetricSummary
             * @function getTypeUrl
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            MetricSummary.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.MetricSummary";
            };

            return MetricSummary;
        })();

        v1.Interval = (function() {

            /**
             * Properties of an Interval.
             * @typedef {Object} mammofed.v1.Interval.$Properties
             * @property {number|null} [low] Interval low
             * @property {number|null} [high] Interval high
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Interval.
             * @memberof mammofed.v1
             * @interface IInterval
             * @augments mammofed.v1.Interval.$Properties
             * @deprecated Use mammofed.v1.Interval.$Properties instead.
             */

            /**
             * Shape of an Interval.
             * @typedef {mammofed.v1.Interval.$Properties} mammofed.v1.Interval.$Shape
             */

            /**
             * Constructs a new Interval.
             * @memberof mammofed.v1
             * @classdesc Represents an Interval.
             * @constructor
             * @param {mammofed.v1.Interval.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Interval = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Interval low.
             * @member {number} low
             * @memberof mammofed.v1.Interval
             * @instance
             */
            Interval.prototype.low = 0;

            /**
             * Interval high.
             * @member {number} high
             * @memberof mammofed.v1.Interval
             * @instance
             */
            Interval.prototype.high = 0;

            /**
             * Encodes the specified Interval message. Does not implicitly {@link mammofed.v1.Interval.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Interval
             * @static
             * @param {mammofed.v1.Interval.$Properties} message Interval message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Interval.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.low != null && $Object.hasOwnProperty.call(message, "low") && !$Object.is(message.low, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.low);
                if (message.high != null && $Object.hasOwnProperty.call(message, "high") && !$Object.is(message.high, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.high);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Interval message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Interval
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Interval & mammofed.v1.Interval.$Shape} Interval
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Interval.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Interval();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.low = value;
                            else
                                delete message.low;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.high = value;
                            else
                                delete message.high;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Interval message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Interval
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Interval} Interval
             */
            Interval.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Interval)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Interval: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Interval();
                if (object.low != null)
                    if (!$Object.is($Number(object.low), 0))
                        message.low = $Number(object.low);
                if (object.high != null)
                    if (!$Object.is($Number(object.high), 0))
                        message.high = $Number(object.high);
                return message;
            };

            /**
             * Creates a plain object from an Interval message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Interval
             * @static
             * @param {mammofed.v1.Interval} message Interval
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Interval.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.low = 0;
                    object.high = 0;
                }
                if (message.low != null && $Object.hasOwnProperty.call(message, "low"))
                    object.low = options.json && !$isFinite(message.low) ? $String(message.low) : message.low;
                if (message.high != null && $Object.hasOwnProperty.call(message, "high"))
                    object.high = options.json && !$isFinite(message.high) ? $String(message.high) : message.high;
                return object;
            };

            /**
             * Converts this Interval to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Interval
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Interval.prototype.toJSON = function() {
                return Interval.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Interval
             * @function getTypeUrl
             * @memberof mammofed.v1.Interval
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Interval.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Interval";
            };

            return Interval;
        })();

        v1.SubsetFigures = (function() {

            /**
             * Properties of a SubsetFigures.
             * @typedef {Object} mammofed.v1.SubsetFigures.$Properties
             * @property {number|null} [n] SubsetFigures n
             * @property {number|null} [dice] SubsetFigures dice
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubsetFigures.
             * @memberof mammofed.v1
             * @interface ISubsetFigures
             * @augments mammofed.v1.SubsetFigures.$Properties
             * @deprecated Use mammofed.v1.SubsetFigures.$Properties instead.
             */

            /**
             * Shape of a SubsetFigures.
             * @typedef {mammofed.v1.SubsetFigures.$Properties} mammofed.v1.SubsetFigures.$Shape
             */

            /**
             * Constructs a new SubsetFigures.
             * @memberof mammofed.v1
             * @classdesc Represents a SubsetFigures.
             * @constructor
             * @param {mammofed.v1.SubsetFigures.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubsetFigures = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubsetFigures n.
             * @member {number} n
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             */
            SubsetFigures.prototype.n = 0;

            /**
             * SubsetFigures dice.
             * @member {number} dice
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             */
            SubsetFigures.prototype.dice = 0;

            /**
             * Encodes the specified SubsetFigures message. Does not implicitly {@link mammofed.v1.SubsetFigures.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {mammofed.v1.SubsetFigures.$Properties} message SubsetFigures message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubsetFigures.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.n != null && $Object.hasOwnProperty.call(message, "n") && message.n !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.n);
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice") && !$Object.is(message.dice, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.dice);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubsetFigures message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape} SubsetFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubsetFigures.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.SubsetFigures();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.n = value;
                            else
                                delete message.n;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.dice = value;
                            else
                                delete message.dice;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SubsetFigures message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.SubsetFigures} SubsetFigures
             */
            SubsetFigures.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.SubsetFigures)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.SubsetFigures: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.SubsetFigures();
                if (object.n != null)
                    if ($Number(object.n) !== 0)
                        message.n = object.n >>> 0;
                if (object.dice != null)
                    if (!$Object.is($Number(object.dice), 0))
                        message.dice = $Number(object.dice);
                return message;
            };

            /**
             * Creates a plain object from a SubsetFigures message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {mammofed.v1.SubsetFigures} message SubsetFigures
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SubsetFigures.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.n = 0;
                    object.dice = 0;
                }
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    object.n = message.n;
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    object.dice = options.json && !$isFinite(message.dice) ? $String(message.dice) : message.dice;
                return object;
            };

            /**
             * Converts this SubsetFigures to JSON.
             * @function toJSON
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SubsetFigures.prototype.toJSON = function() {
                return SubsetFigures.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SubsetFigures
             * @function getTypeUrl
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SubsetFigures.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.SubsetFigures";
            };

            return SubsetFigures;
        })();

        v1.EvaluationReport = (function() {

            /**
             * Properties of an EvaluationReport.
             * @typedef {Object} mammofed.v1.EvaluationReport.$Properties
             * @property {string|null} [runId] EvaluationReport runId
             * @property {number|null} [round] EvaluationReport round
             * @property {Uint8Array|null} [modelSha256] EvaluationReport modelSha256
             * @property {number|null} [n] EvaluationReport n
             * @property {mammofed.v1.MetricSummary.$Properties|null} [dice] EvaluationReport dice
             * @property {mammofed.v1.MetricSummary.$Properties|null} [sensitivity] EvaluationReport sensitivity
             * @property {mammofed.v1.MetricSummary.$Properties|null} [specificity] EvaluationReport specificity
             * @property {mammofed.v1.MetricSummary.$Properties|null} [accuracy] EvaluationReport accuracy
             * @property {number|null} [allLesionDice] EvaluationReport allLesionDice
             * @property {number|null} [meanMaskDice] EvaluationReport meanMaskDice
             * @property {mammofed.v1.EngineReport.$Properties|null} [engine] EvaluationReport engine
             * @property {mammofed.v1.Interval.$Properties|null} [diceInterval] EvaluationReport diceInterval
             * @property {mammofed.v1.SubsetFigures.$Properties|null} [edge] EvaluationReport edge
             * @property {mammofed.v1.SubsetFigures.$Properties|null} [central] EvaluationReport central
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluationReport.
             * @memberof mammofed.v1
             * @interface IEvaluationReport
             * @augments mammofed.v1.EvaluationReport.$Properties
             * @deprecated Use mammofed.v1.EvaluationReport.$Properties instead.
             */

            /**
             * Shape of an EvaluationReport.
             * @typedef {mammofed.v1.EvaluationReport.$Properties} mammofed.v1.EvaluationReport.$Shape
             */

            /**
             * Constructs a new EvaluationReport.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluationReport.
             * @constructor
             * @param {mammofed.v1.EvaluationReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluationReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluationReport runId.
             * @member {string} runId
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.runId = "";

            /**
             * EvaluationReport round.
             * @member {number} round
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.round = 0;

            /**
             * EvaluationReport modelSha256.
             * @member {Uint8Array} modelSha256
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.modelSha256 = $util.newBuffer([]);

            /**
             * EvaluationReport n.
             * @member {number|null|undefined} n
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.n = null;

            /**
             * EvaluationReport dice.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} dice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.dice = null;

            /**
             * EvaluationReport sensitivity.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} sensitivity
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.sensitivity = null;

            /**
             * EvaluationReport specificity.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} specificity
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.specificity = null;

            /**
             * EvaluationReport accuracy.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} accuracy
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.accuracy = null;

            /**
             * EvaluationReport allLesionDice.
             * @member {number|null|undefined} allLesionDice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.allLesionDice = null;

            /**
             * EvaluationReport meanMaskDice.
             * @member {number|null|undefined} meanMaskDice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.meanMaskDice = null;

            /**
             * EvaluationReport engine.
             * @member {mammofed.v1.EngineReport.$Properties|null|undefined} engine
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.engine = null;

            /**
             * EvaluationReport diceInterval.
             * @member {mammofed.v1.Interval.$Properties|null|undefined} diceInterval
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.diceInterval = null;

            /**
             * EvaluationReport edge.
             * @member {mammofed.v1.SubsetFigures.$Properties|null|undefined} edge
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.edge = null;

            /**
             * EvaluationReport central.
             * @member {mammofed.v1.SubsetFigures.$Properties|null|undefined} central
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.central = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_n", {
                get: $util.oneOfGetter($oneOfFields = ["n"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_allLesionDice", {
                get: $util.oneOfGetter($oneOfFields = ["allLesionDice"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_meanMaskDice", {
                get: $util.oneOfGetter($oneOfFields = ["meanMaskDice"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EvaluationReport message. Does not implicitly {@link mammofed.v1.EvaluationReport.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {mammofed.v1.EvaluationReport.$Properties} message EvaluationReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluationReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.modelSha256 != null && $Object.hasOwnProperty.call(message, "modelSha256") && message.modelSha256.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.modelSha256);
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.n);
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    $root.mammofed.v1.MetricSummary.encode(message.dice, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.sensitivity != null && $Object.hasOwnProperty.call(message, "sensitivity"))
                    $root.mammofed.v1.MetricSummary.encode(message.sensitivity, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.specificity != null && $Object.hasOwnProperty.call(message, "specificity"))
                    $root.mammofed.v1.MetricSummary.encode(message.specificity, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.accuracy != null && $Object.hasOwnProperty.call(message, "accuracy"))
                    $root.mammofed.v1.MetricSummary.encode(message.accuracy, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.allLesionDice != null && $Object.hasOwnProperty.call(message, "allLesionDice"))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.allLesionDice);
                if (message.meanMaskDice != null && $Object.hasOwnProperty.call(message, "meanMaskDice"))
                    writer.uint32(/* id 10, wireType 1 =*/81).double(message.meanMaskDice);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    $root.mammofed.v1.EngineReport.encode(message.engine, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.diceInterval != null && $Object.hasOwnProperty.call(message, "diceInterval"))
                    $root.mammofed.v1.Interval.encode(message.diceInterval, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.edge != null && $Object.hasOwnProperty.call(message, "edge"))
                    $root.mammofed.v1.SubsetFigures.encode(message.edge, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.central != null && $Object.hasOwnProperty.call(message, "central"))
                    $root.mammofed.v1.SubsetFigures.encode(message.central, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluationReport message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape} EvaluationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluationReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluationReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.modelSha256 = value;
                            else
                                delete message.modelSha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.n = reader.uint32();
                            message._n = "n";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.dice = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.dice);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.sensitivity = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.sensitivity);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.specificity = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.specificity);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.accuracy = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.accuracy);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.allLesionDice = reader.double();
                            message._allLesionDice = "allLesionDice";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            message.meanMaskDice = reader.double();
                            message._meanMaskDice = "meanMaskDice";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.engine = $root.mammofed.v1.EngineReport.decode(reader, reader.size(), $undefined, _depth + 1, message.engine);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.diceInterval = $root.mammofed.v1.Interval.decode(reader, reader.size(), $undefined, _depth + 1, message.diceInterval);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.edge = $root.mammofed.v1.SubsetFigures.decode(reader, reader.size(), $undefined, _depth + 1, message.edge);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.central = $root.mammofed.v1.SubsetFigures.decode(reader, reader.size(), $undefined, _depth + 1, message.central);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluationReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluationReport} EvaluationReport
             */
            EvaluationReport.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluationReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluationReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EvaluationReport();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.modelSha256 != null)
                    if (object.modelSha256.length)
                        if (typeof object.modelSha256 === "string")
                            $util.base64.decode(object.modelSha256, message.modelSha256 = $util.newBuffer($util.base64.length(object.modelSha256)), 0);
                        else if (object.modelSha256.length >= 0)
                            message.modelSha256 = object.modelSha256;
                if (object.n != null)
                    message.n = object.n >>> 0;
                if (object.dice != null) {
                    if (!$util.isObject(object.dice))
                        throw $TypeError(".mammofed.v1.EvaluationReport.dice: object expected");
                    message.dice = $root.mammofed.v1.MetricSummary.fromObject(object.dice, _depth + 1);
                }
                if (object.sensitivity != null) {
                    if (!$util.isObject(object.sensitivity))
                        throw $TypeError(".mammofed.v1.EvaluationReport.sensitivity: object expected");
                    message.sensitivity = $root.mammofed.v1.MetricSummary.fromObject(object.sensitivity, _depth + 1);
                }
                if (object.specificity != null) {
                    if (!$util.isObject(object.specificity))
                        throw $TypeError(".mammofed.v1.EvaluationReport.specificity: object expected");
                    message.specificity = $root.mammofed.v1.MetricSummary.fromObject(object.specificity, _depth + 1);
                }
                if (object.accuracy != null) {
                    if (!$util.isObject(object.accuracy))
                        throw $TypeError(".mammofed.v1.EvaluationReport.accuracy: object expected");
                    message.accuracy = $root.mammofed.v1.MetricSummary.fromObject(object.accuracy, _depth + 1);
                }
                if (object.allLesionDice != null)
                    message.allLesionDice = $Number(object.allLesionDice);
                if (object.meanMaskDice != null)
                    message.meanMaskDice = $Number(object.meanMaskDice);
                if (object.engine != null) {
                    if (!$util.isObject(object.engine))
                        throw $TypeError(".mammofed.v1.EvaluationReport.engine: object expected");
                    message.engine = $root.mammofed.v1.EngineReport.fromObject(object.engine, _depth + 1);
                }
                if (object.diceInterval != null) {
                    if (!$util.isObject(object.diceInterval))
                        throw $TypeError(".mammofed.v1.EvaluationReport.diceInterval: object expected");
                    message.diceInterval = $root.mammofed.v1.Interval.fromObject(object.diceInterval, _depth + 1);
                }
                if (object.edge != null) {
                    if (!$util.isObject(object.edge))
                        throw $TypeError(".mammofed.v1.EvaluationReport.edge: object expected");
                    message.edge = $root.mammofed.v1.SubsetFigures.fromObject(object.edge, _depth + 1);
                }
                if (object.central != null) {
                    if (!$util.isObject(object.central))
                        throw $TypeError(".mammofed.v1.EvaluationReport.central: object expected");
                    message.central = $root.mammofed.v1.SubsetFigures.fromObject(object.central, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an EvaluationReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {mammofed.v1.EvaluationReport} message EvaluationReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluationReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    if (options.bytes === $String)
                        object.modelSha256 = "";
                    else {
                        object.modelSha256 = [];
                        if (options.bytes !== $Array)
                            object.modelSha256 = $util.newBuffer(object.modelSha256);
                    }
                    object.dice = null;
                    object.sensitivity = null;
                    object.specificity = null;
                    object.accuracy = null;
                    object.engine = null;
                    object.diceInterval = null;
                    object.edge = null;
                    object.central = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.modelSha256 != null && $Object.hasOwnProperty.call(message, "modelSha256"))
                    object.modelSha256 = options.bytes === $String ? $util.base64.encode(message.modelSha256, 0, message.modelSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.modelSha256) : message.modelSha256;
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    object.n = message.n;
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    object.dice = $root.mammofed.v1.MetricSummary.toObject(message.dice, options, _depth + 1);
                if (message.sensitivity != null && $Object.hasOwnProperty.call(message, "sensitivity"))
                    object.sensitivity = $root.mammofed.v1.MetricSummary.toObject(message.sensitivity, options, _depth + 1);
                if (message.specificity != null && $Object.hasOwnProperty.call(message, "specificity"))
                    object.specificity = $root.mammofed.v1.MetricSummary.toObject(message.specificity, options, _depth + 1);
                if (message.accuracy != null && $Object.hasOwnProperty.call(message, "accuracy"))
                    object.accuracy = $root.mammofed.v1.MetricSummary.toObject(message.accuracy, options, _depth + 1);
                if (message.allLesionDice != null && $Object.hasOwnProperty.call(message, "allLesionDice"))
                    object.allLesionDice = options.json && !$isFinite(message.allLesionDice) ? $String(message.allLesionDice) : message.allLesionDice;
                if (message.meanMaskDice != null && $Object.hasOwnProperty.call(message, "meanMaskDice"))
                    object.meanMaskDice = options.json && !$isFinite(message.meanMaskDice) ? $String(message.meanMaskDice) : message.meanMaskDice;
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    object.engine = $root.mammofed.v1.EngineReport.toObject(message.engine, options, _depth + 1);
                if (message.diceInterval != null && $Object.hasOwnProperty.call(message, "diceInterval"))
                    object.diceInterval = $root.mammofed.v1.Interval.toObject(message.diceInterval, options, _depth + 1);
                if (message.edge != null && $Object.hasOwnProperty.call(message, "edge"))
                    object.edge = $root.mammofed.v1.SubsetFigures.toObject(message.edge, options, _depth + 1);
                if (message.central != null && $Object.hasOwnProperty.call(message, "central"))
                    object.central = $root.mammofed.v1.SubsetFigures.toObject(message.central, options, _depth + 1);
                return object;
            };

            /**
             * Converts this EvaluationReport to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluationReport.prototype.toJSON = function() {
                return EvaluationReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluationReport
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluationReport.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluationReport";
            };

            return EvaluationReport;
        })();

        v1.EvaluationStored = (function() {

            /**
             * Properties of an EvaluationStored.
             * @typedef {Object} mammofed.v1.EvaluationStored.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluationStored.
             * @memberof mammofed.v1
             * @interface IEvaluationStored
             * @augments mammofed.v1.EvaluationStored.$Properties
             * @deprecated Use mammofed.v1.EvaluationStored.$Properties instead.
             */

            /**
             * Shape of an EvaluationStored.
             * @typedef {mammofed.v1.EvaluationStored.$Properties} mammofed.v1.EvaluationStored.$Shape
             */

            /**
             * Constructs a new EvaluationStored.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluationStored.
             * @constructor
             * @param {mammofed.v1.EvaluationStored.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluationStored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified EvaluationStored message. Does not implicitly {@link mammofed.v1.EvaluationStored.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {mammofed.v1.EvaluationStored.$Properties} message EvaluationStored message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluationStored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluationStored message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape} EvaluationStored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluationStored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluationStored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluationStored message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluationStored} EvaluationStored
             */
            EvaluationStored.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluationStored)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluationStored: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.EvaluationStored();
            };

            /**
             * Creates a plain object from an EvaluationStored message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {mammofed.v1.EvaluationStored} message EvaluationStored
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluationStored.toObject = function () {
                return {};
            };

            /**
             * Converts this EvaluationStored to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluationStored
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluationStored.prototype.toJSON = function() {
                return EvaluationStored.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluationStored
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluationStored.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluationStored";
            };

            return EvaluationStored;
        })();

        v1.AdvertiseRequest = (function() {

            /**
             * Properties of an AdvertiseRequest.
             * @typedef {Object} mammofed.v1.AdvertiseRequest.$Properties
             * @property {string|null} [runId] AdvertiseRequest runId
             * @property {number|null} [round] AdvertiseRequest round
             * @property {number|null} [attempt] AdvertiseRequest attempt
             * @property {number|null} [threshold] AdvertiseRequest threshold
             * @property {number|null} [rosterVersion] AdvertiseRequest rosterVersion
             * @property {Uint8Array|null} [rosterSha256] AdvertiseRequest rosterSha256
             * @property {number|Long|null} [deadlineUnixMs] AdvertiseRequest deadlineUnixMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AdvertiseRequest.
             * @memberof mammofed.v1
             * @interface IAdvertiseRequest
             * @augments mammofed.v1.AdvertiseRequest.$Properties
             * @deprecated Use mammofed.v1.AdvertiseRequest.$Properties instead.
             */

            /**
             * Shape of an AdvertiseRequest.
             * @typedef {mammofed.v1.AdvertiseRequest.$Properties} mammofed.v1.AdvertiseRequest.$Shape
             */

            /**
             * Constructs a new AdvertiseRequest.
             * @memberof mammofed.v1
             * @classdesc Represents an AdvertiseRequest.
             * @constructor
             * @param {mammofed.v1.AdvertiseRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AdvertiseRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AdvertiseRequest runId.
             * @member {string} runId
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.runId = "";

            /**
             * AdvertiseRequest round.
             * @member {number} round
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.round = 0;

            /**
             * AdvertiseRequest attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.attempt = 0;

            /**
             * AdvertiseRequest threshold.
             * @member {number} threshold
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.threshold = 0;

            /**
             * AdvertiseRequest rosterVersion.
             * @member {number} rosterVersion
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.rosterVersion = 0;

            /**
             * AdvertiseRequest rosterSha256.
             * @member {Uint8Array} rosterSha256
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.rosterSha256 = $util.newBuffer([]);

            /**
             * AdvertiseRequest deadlineUnixMs.
             * @member {number|Long} deadlineUnixMs
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             */
            AdvertiseRequest.prototype.deadlineUnixMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified AdvertiseRequest message. Does not implicitly {@link mammofed.v1.AdvertiseRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.AdvertiseRequest
             * @static
             * @param {mammofed.v1.AdvertiseRequest.$Properties} message AdvertiseRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AdvertiseRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.threshold);
                if (message.rosterVersion != null && $Object.hasOwnProperty.call(message, "rosterVersion") && message.rosterVersion !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.rosterVersion);
                if (message.rosterSha256 != null && $Object.hasOwnProperty.call(message, "rosterSha256") && message.rosterSha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.rosterSha256);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && (typeof message.deadlineUnixMs === "object" ? message.deadlineUnixMs.low || message.deadlineUnixMs.high : message.deadlineUnixMs !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.deadlineUnixMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AdvertiseRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.AdvertiseRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.AdvertiseRequest & mammofed.v1.AdvertiseRequest.$Shape} AdvertiseRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AdvertiseRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.AdvertiseRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threshold = value;
                            else
                                delete message.threshold;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rosterVersion = value;
                            else
                                delete message.rosterVersion;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rosterSha256 = value;
                            else
                                delete message.rosterSha256;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an AdvertiseRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.AdvertiseRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.AdvertiseRequest} AdvertiseRequest
             */
            AdvertiseRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.AdvertiseRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.AdvertiseRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.AdvertiseRequest();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.threshold != null)
                    if ($Number(object.threshold) !== 0)
                        message.threshold = object.threshold >>> 0;
                if (object.rosterVersion != null)
                    if ($Number(object.rosterVersion) !== 0)
                        message.rosterVersion = object.rosterVersion >>> 0;
                if (object.rosterSha256 != null)
                    if (object.rosterSha256.length)
                        if (typeof object.rosterSha256 === "string")
                            $util.base64.decode(object.rosterSha256, message.rosterSha256 = $util.newBuffer($util.base64.length(object.rosterSha256)), 0);
                        else if (object.rosterSha256.length >= 0)
                            message.rosterSha256 = object.rosterSha256;
                if (object.deadlineUnixMs != null)
                    if (typeof object.deadlineUnixMs === "object" ? object.deadlineUnixMs.low || object.deadlineUnixMs.high : $Number(object.deadlineUnixMs) !== 0)
                        if ($util.Long)
                            message.deadlineUnixMs = $util.Long.fromValue(object.deadlineUnixMs, true);
                        else if (typeof object.deadlineUnixMs === "string")
                            message.deadlineUnixMs = $parseInt(object.deadlineUnixMs, 10);
                        else if (typeof object.deadlineUnixMs === "number")
                            message.deadlineUnixMs = object.deadlineUnixMs;
                        else if (typeof object.deadlineUnixMs === "object")
                            message.deadlineUnixMs = new $util.LongBits(object.deadlineUnixMs.low >>> 0, object.deadlineUnixMs.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an AdvertiseRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.AdvertiseRequest
             * @static
             * @param {mammofed.v1.AdvertiseRequest} message AdvertiseRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            AdvertiseRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.threshold = 0;
                    object.rosterVersion = 0;
                    if (options.bytes === $String)
                        object.rosterSha256 = "";
                    else {
                        object.rosterSha256 = [];
                        if (options.bytes !== $Array)
                            object.rosterSha256 = $util.newBuffer(object.rosterSha256);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineUnixMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineUnixMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold"))
                    object.threshold = message.threshold;
                if (message.rosterVersion != null && $Object.hasOwnProperty.call(message, "rosterVersion"))
                    object.rosterVersion = message.rosterVersion;
                if (message.rosterSha256 != null && $Object.hasOwnProperty.call(message, "rosterSha256"))
                    object.rosterSha256 = options.bytes === $String ? $util.base64.encode(message.rosterSha256, 0, message.rosterSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rosterSha256) : message.rosterSha256;
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineUnixMs = typeof message.deadlineUnixMs === "number" ? $BigInt(message.deadlineUnixMs) : $util.Long.fromBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineUnixMs === "number")
                        object.deadlineUnixMs = options.longs === $String ? $String(message.deadlineUnixMs) : message.deadlineUnixMs;
                    else
                        object.deadlineUnixMs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineUnixMs) : options.longs === $Number ? new $util.LongBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0).toNumber(true) : message.deadlineUnixMs;
                return object;
            };

            /**
             * Converts this AdvertiseRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.AdvertiseRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            AdvertiseRequest.prototype.toJSON = function() {
                return AdvertiseRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for AdvertiseRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.AdvertiseRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            AdvertiseRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.AdvertiseRequest";
            };

            return AdvertiseRequest;
        })();

        v1.AttemptTerms = (function() {

            /**
             * Properties of an AttemptTerms.
             * @typedef {Object} mammofed.v1.AttemptTerms.$Properties
             * @property {Uint8Array|null} [consortium] AttemptTerms consortium
             * @property {string|null} [run] AttemptTerms run
             * @property {number|null} [round] AttemptTerms round
             * @property {number|null} [attempt] AttemptTerms attempt
             * @property {Uint8Array|null} [configurationHash] AttemptTerms configurationHash
             * @property {number|null} [threshold] AttemptTerms threshold
             * @property {Uint8Array|null} [clipsHash] AttemptTerms clipsHash
             * @property {number|null} [ringBits] AttemptTerms ringBits
             * @property {Uint8Array|null} [baseModel] AttemptTerms baseModel
             * @property {number|null} [rosterVersion] AttemptTerms rosterVersion
             * @property {Uint8Array|null} [rosterHash] AttemptTerms rosterHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AttemptTerms.
             * @memberof mammofed.v1
             * @interface IAttemptTerms
             * @augments mammofed.v1.AttemptTerms.$Properties
             * @deprecated Use mammofed.v1.AttemptTerms.$Properties instead.
             */

            /**
             * Shape of an AttemptTerms.
             * @typedef {mammofed.v1.AttemptTerms.$Properties} mammofed.v1.AttemptTerms.$Shape
             */

            /**
             * Constructs a new AttemptTerms.
             * @memberof mammofed.v1
             * @classdesc Represents an AttemptTerms.
             * @constructor
             * @param {mammofed.v1.AttemptTerms.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AttemptTerms = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AttemptTerms consortium.
             * @member {Uint8Array} consortium
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.consortium = $util.newBuffer([]);

            /**
             * AttemptTerms run.
             * @member {string} run
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.run = "";

            /**
             * AttemptTerms round.
             * @member {number} round
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.round = 0;

            /**
             * AttemptTerms attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.attempt = 0;

            /**
             * AttemptTerms configurationHash.
             * @member {Uint8Array} configurationHash
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.configurationHash = $util.newBuffer([]);

            /**
             * AttemptTerms threshold.
             * @member {number} threshold
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.threshold = 0;

            /**
             * AttemptTerms clipsHash.
             * @member {Uint8Array} clipsHash
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.clipsHash = $util.newBuffer([]);

            /**
             * AttemptTerms ringBits.
             * @member {number} ringBits
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.ringBits = 0;

            /**
             * AttemptTerms baseModel.
             * @member {Uint8Array} baseModel
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.baseModel = $util.newBuffer([]);

            /**
             * AttemptTerms rosterVersion.
             * @member {number} rosterVersion
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.rosterVersion = 0;

            /**
             * AttemptTerms rosterHash.
             * @member {Uint8Array} rosterHash
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             */
            AttemptTerms.prototype.rosterHash = $util.newBuffer([]);

            /**
             * Encodes the specified AttemptTerms message. Does not implicitly {@link mammofed.v1.AttemptTerms.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.AttemptTerms
             * @static
             * @param {mammofed.v1.AttemptTerms.$Properties} message AttemptTerms message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AttemptTerms.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.consortium != null && $Object.hasOwnProperty.call(message, "consortium") && message.consortium.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.consortium);
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.run);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.attempt);
                if (message.configurationHash != null && $Object.hasOwnProperty.call(message, "configurationHash") && message.configurationHash.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.configurationHash);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.threshold);
                if (message.clipsHash != null && $Object.hasOwnProperty.call(message, "clipsHash") && message.clipsHash.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.clipsHash);
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits") && message.ringBits !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.ringBits);
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel") && message.baseModel.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.baseModel);
                if (message.rosterVersion != null && $Object.hasOwnProperty.call(message, "rosterVersion") && message.rosterVersion !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.rosterVersion);
                if (message.rosterHash != null && $Object.hasOwnProperty.call(message, "rosterHash") && message.rosterHash.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.rosterHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AttemptTerms message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.AttemptTerms
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.AttemptTerms & mammofed.v1.AttemptTerms.$Shape} AttemptTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AttemptTerms.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.AttemptTerms();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.consortium = value;
                            else
                                delete message.consortium;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configurationHash = value;
                            else
                                delete message.configurationHash;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threshold = value;
                            else
                                delete message.threshold;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.clipsHash = value;
                            else
                                delete message.clipsHash;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ringBits = value;
                            else
                                delete message.ringBits;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.baseModel = value;
                            else
                                delete message.baseModel;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rosterVersion = value;
                            else
                                delete message.rosterVersion;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rosterHash = value;
                            else
                                delete message.rosterHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an AttemptTerms message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.AttemptTerms
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.AttemptTerms} AttemptTerms
             */
            AttemptTerms.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.AttemptTerms)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.AttemptTerms: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.AttemptTerms();
                if (object.consortium != null)
                    if (object.consortium.length)
                        if (typeof object.consortium === "string")
                            $util.base64.decode(object.consortium, message.consortium = $util.newBuffer($util.base64.length(object.consortium)), 0);
                        else if (object.consortium.length >= 0)
                            message.consortium = object.consortium;
                if (object.run != null)
                    if (typeof object.run !== "string" || object.run.length)
                        message.run = $String(object.run);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.configurationHash != null)
                    if (object.configurationHash.length)
                        if (typeof object.configurationHash === "string")
                            $util.base64.decode(object.configurationHash, message.configurationHash = $util.newBuffer($util.base64.length(object.configurationHash)), 0);
                        else if (object.configurationHash.length >= 0)
                            message.configurationHash = object.configurationHash;
                if (object.threshold != null)
                    if ($Number(object.threshold) !== 0)
                        message.threshold = object.threshold >>> 0;
                if (object.clipsHash != null)
                    if (object.clipsHash.length)
                        if (typeof object.clipsHash === "string")
                            $util.base64.decode(object.clipsHash, message.clipsHash = $util.newBuffer($util.base64.length(object.clipsHash)), 0);
                        else if (object.clipsHash.length >= 0)
                            message.clipsHash = object.clipsHash;
                if (object.ringBits != null)
                    if ($Number(object.ringBits) !== 0)
                        message.ringBits = object.ringBits >>> 0;
                if (object.baseModel != null)
                    if (object.baseModel.length)
                        if (typeof object.baseModel === "string")
                            $util.base64.decode(object.baseModel, message.baseModel = $util.newBuffer($util.base64.length(object.baseModel)), 0);
                        else if (object.baseModel.length >= 0)
                            message.baseModel = object.baseModel;
                if (object.rosterVersion != null)
                    if ($Number(object.rosterVersion) !== 0)
                        message.rosterVersion = object.rosterVersion >>> 0;
                if (object.rosterHash != null)
                    if (object.rosterHash.length)
                        if (typeof object.rosterHash === "string")
                            $util.base64.decode(object.rosterHash, message.rosterHash = $util.newBuffer($util.base64.length(object.rosterHash)), 0);
                        else if (object.rosterHash.length >= 0)
                            message.rosterHash = object.rosterHash;
                return message;
            };

            /**
             * Creates a plain object from an AttemptTerms message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.AttemptTerms
             * @static
             * @param {mammofed.v1.AttemptTerms} message AttemptTerms
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            AttemptTerms.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.consortium = "";
                    else {
                        object.consortium = [];
                        if (options.bytes !== $Array)
                            object.consortium = $util.newBuffer(object.consortium);
                    }
                    object.run = "";
                    object.round = 0;
                    object.attempt = 0;
                    if (options.bytes === $String)
                        object.configurationHash = "";
                    else {
                        object.configurationHash = [];
                        if (options.bytes !== $Array)
                            object.configurationHash = $util.newBuffer(object.configurationHash);
                    }
                    object.threshold = 0;
                    if (options.bytes === $String)
                        object.clipsHash = "";
                    else {
                        object.clipsHash = [];
                        if (options.bytes !== $Array)
                            object.clipsHash = $util.newBuffer(object.clipsHash);
                    }
                    object.ringBits = 0;
                    if (options.bytes === $String)
                        object.baseModel = "";
                    else {
                        object.baseModel = [];
                        if (options.bytes !== $Array)
                            object.baseModel = $util.newBuffer(object.baseModel);
                    }
                    object.rosterVersion = 0;
                    if (options.bytes === $String)
                        object.rosterHash = "";
                    else {
                        object.rosterHash = [];
                        if (options.bytes !== $Array)
                            object.rosterHash = $util.newBuffer(object.rosterHash);
                    }
                }
                if (message.consortium != null && $Object.hasOwnProperty.call(message, "consortium"))
                    object.consortium = options.bytes === $String ? $util.base64.encode(message.consortium, 0, message.consortium.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.consortium) : message.consortium;
                if (message.run != null && $Object.hasOwnProperty.call(message, "run"))
                    object.run = message.run;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.configurationHash != null && $Object.hasOwnProperty.call(message, "configurationHash"))
                    object.configurationHash = options.bytes === $String ? $util.base64.encode(message.configurationHash, 0, message.configurationHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configurationHash) : message.configurationHash;
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold"))
                    object.threshold = message.threshold;
                if (message.clipsHash != null && $Object.hasOwnProperty.call(message, "clipsHash"))
                    object.clipsHash = options.bytes === $String ? $util.base64.encode(message.clipsHash, 0, message.clipsHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.clipsHash) : message.clipsHash;
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits"))
                    object.ringBits = message.ringBits;
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel"))
                    object.baseModel = options.bytes === $String ? $util.base64.encode(message.baseModel, 0, message.baseModel.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.baseModel) : message.baseModel;
                if (message.rosterVersion != null && $Object.hasOwnProperty.call(message, "rosterVersion"))
                    object.rosterVersion = message.rosterVersion;
                if (message.rosterHash != null && $Object.hasOwnProperty.call(message, "rosterHash"))
                    object.rosterHash = options.bytes === $String ? $util.base64.encode(message.rosterHash, 0, message.rosterHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.rosterHash) : message.rosterHash;
                return object;
            };

            /**
             * Converts this AttemptTerms to JSON.
             * @function toJSON
             * @memberof mammofed.v1.AttemptTerms
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            AttemptTerms.prototype.toJSON = function() {
                return AttemptTerms.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for AttemptTerms
             * @function getTypeUrl
             * @memberof mammofed.v1.AttemptTerms
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            AttemptTerms.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.AttemptTerms";
            };

            return AttemptTerms;
        })();

        v1.LogHead = (function() {

            /**
             * Properties of a LogHead.
             * @typedef {Object} mammofed.v1.LogHead.$Properties
             * @property {number|Long|null} [size] LogHead size
             * @property {Uint8Array|null} [root] LogHead root
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LogHead.
             * @memberof mammofed.v1
             * @interface ILogHead
             * @augments mammofed.v1.LogHead.$Properties
             * @deprecated Use mammofed.v1.LogHead.$Properties instead.
             */

            /**
             * Shape of a LogHead.
             * @typedef {mammofed.v1.LogHead.$Properties} mammofed.v1.LogHead.$Shape
             */

            /**
             * Constructs a new LogHead.
             * @memberof mammofed.v1
             * @classdesc Represents a LogHead.
             * @constructor
             * @param {mammofed.v1.LogHead.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LogHead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LogHead size.
             * @member {number|Long} size
             * @memberof mammofed.v1.LogHead
             * @instance
             */
            LogHead.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LogHead root.
             * @member {Uint8Array} root
             * @memberof mammofed.v1.LogHead
             * @instance
             */
            LogHead.prototype.root = $util.newBuffer([]);

            /**
             * Encodes the specified LogHead message. Does not implicitly {@link mammofed.v1.LogHead.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.LogHead
             * @static
             * @param {mammofed.v1.LogHead.$Properties} message LogHead message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LogHead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.size);
                if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.root);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LogHead message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.LogHead
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.LogHead & mammofed.v1.LogHead.$Shape} LogHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LogHead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.LogHead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.root = value;
                            else
                                delete message.root;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LogHead message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.LogHead
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.LogHead} LogHead
             */
            LogHead.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.LogHead)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.LogHead: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.LogHead();
                if (object.size != null)
                    if (typeof object.size === "object" ? object.size.low || object.size.high : $Number(object.size) !== 0)
                        if ($util.Long)
                            message.size = $util.Long.fromValue(object.size, true);
                        else if (typeof object.size === "string")
                            message.size = $parseInt(object.size, 10);
                        else if (typeof object.size === "number")
                            message.size = object.size;
                        else if (typeof object.size === "object")
                            message.size = new $util.LongBits(object.size.low >>> 0, object.size.high >>> 0).toNumber(true);
                if (object.root != null)
                    if (object.root.length)
                        if (typeof object.root === "string")
                            $util.base64.decode(object.root, message.root = $util.newBuffer($util.base64.length(object.root)), 0);
                        else if (object.root.length >= 0)
                            message.root = object.root;
                return message;
            };

            /**
             * Creates a plain object from a LogHead message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.LogHead
             * @static
             * @param {mammofed.v1.LogHead} message LogHead
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LogHead.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.root = "";
                    else {
                        object.root = [];
                        if (options.bytes !== $Array)
                            object.root = $util.newBuffer(object.root);
                    }
                }
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.size = typeof message.size === "number" ? $BigInt(message.size) : $util.Long.fromBits(message.size.low >>> 0, message.size.high >>> 0, true).toBigInt();
                    else if (typeof message.size === "number")
                        object.size = options.longs === $String ? $String(message.size) : message.size;
                    else
                        object.size = options.longs === $String ? $util.Long.prototype.toString.call(message.size) : options.longs === $Number ? new $util.LongBits(message.size.low >>> 0, message.size.high >>> 0).toNumber(true) : message.size;
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    object.root = options.bytes === $String ? $util.base64.encode(message.root, 0, message.root.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.root) : message.root;
                return object;
            };

            /**
             * Converts this LogHead to JSON.
             * @function toJSON
             * @memberof mammofed.v1.LogHead
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LogHead.prototype.toJSON = function() {
                return LogHead.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for LogHead
             * @function getTypeUrl
             * @memberof mammofed.v1.LogHead
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            LogHead.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.LogHead";
            };

            return LogHead;
        })();

        v1.Advertisement = (function() {

            /**
             * Properties of an Advertisement.
             * @typedef {Object} mammofed.v1.Advertisement.$Properties
             * @property {string|null} [site] Advertisement site
             * @property {mammofed.v1.AttemptTerms.$Properties|null} [terms] Advertisement terms
             * @property {Uint8Array|null} [maskingKey] Advertisement maskingKey
             * @property {Uint8Array|null} [sealingKey] Advertisement sealingKey
             * @property {mammofed.v1.LogHead.$Properties|null} [log] Advertisement log
             * @property {Uint8Array|null} [signature] Advertisement signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Advertisement.
             * @memberof mammofed.v1
             * @interface IAdvertisement
             * @augments mammofed.v1.Advertisement.$Properties
             * @deprecated Use mammofed.v1.Advertisement.$Properties instead.
             */

            /**
             * Shape of an Advertisement.
             * @typedef {mammofed.v1.Advertisement.$Properties} mammofed.v1.Advertisement.$Shape
             */

            /**
             * Constructs a new Advertisement.
             * @memberof mammofed.v1
             * @classdesc Represents an Advertisement.
             * @constructor
             * @param {mammofed.v1.Advertisement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Advertisement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Advertisement site.
             * @member {string} site
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.site = "";

            /**
             * Advertisement terms.
             * @member {mammofed.v1.AttemptTerms.$Properties|null|undefined} terms
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.terms = null;

            /**
             * Advertisement maskingKey.
             * @member {Uint8Array} maskingKey
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.maskingKey = $util.newBuffer([]);

            /**
             * Advertisement sealingKey.
             * @member {Uint8Array} sealingKey
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.sealingKey = $util.newBuffer([]);

            /**
             * Advertisement log.
             * @member {mammofed.v1.LogHead.$Properties|null|undefined} log
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.log = null;

            /**
             * Advertisement signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.Advertisement
             * @instance
             */
            Advertisement.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified Advertisement message. Does not implicitly {@link mammofed.v1.Advertisement.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Advertisement
             * @static
             * @param {mammofed.v1.Advertisement.$Properties} message Advertisement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Advertisement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.site);
                if (message.terms != null && $Object.hasOwnProperty.call(message, "terms"))
                    $root.mammofed.v1.AttemptTerms.encode(message.terms, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.maskingKey != null && $Object.hasOwnProperty.call(message, "maskingKey") && message.maskingKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.maskingKey);
                if (message.sealingKey != null && $Object.hasOwnProperty.call(message, "sealingKey") && message.sealingKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.sealingKey);
                if (message.log != null && $Object.hasOwnProperty.call(message, "log"))
                    $root.mammofed.v1.LogHead.encode(message.log, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Advertisement message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Advertisement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Advertisement & mammofed.v1.Advertisement.$Shape} Advertisement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Advertisement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Advertisement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.terms = $root.mammofed.v1.AttemptTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.terms);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.maskingKey = value;
                            else
                                delete message.maskingKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sealingKey = value;
                            else
                                delete message.sealingKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.log = $root.mammofed.v1.LogHead.decode(reader, reader.size(), $undefined, _depth + 1, message.log);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Advertisement message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Advertisement
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Advertisement} Advertisement
             */
            Advertisement.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Advertisement)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Advertisement: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Advertisement();
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.terms != null) {
                    if (!$util.isObject(object.terms))
                        throw $TypeError(".mammofed.v1.Advertisement.terms: object expected");
                    message.terms = $root.mammofed.v1.AttemptTerms.fromObject(object.terms, _depth + 1);
                }
                if (object.maskingKey != null)
                    if (object.maskingKey.length)
                        if (typeof object.maskingKey === "string")
                            $util.base64.decode(object.maskingKey, message.maskingKey = $util.newBuffer($util.base64.length(object.maskingKey)), 0);
                        else if (object.maskingKey.length >= 0)
                            message.maskingKey = object.maskingKey;
                if (object.sealingKey != null)
                    if (object.sealingKey.length)
                        if (typeof object.sealingKey === "string")
                            $util.base64.decode(object.sealingKey, message.sealingKey = $util.newBuffer($util.base64.length(object.sealingKey)), 0);
                        else if (object.sealingKey.length >= 0)
                            message.sealingKey = object.sealingKey;
                if (object.log != null) {
                    if (!$util.isObject(object.log))
                        throw $TypeError(".mammofed.v1.Advertisement.log: object expected");
                    message.log = $root.mammofed.v1.LogHead.fromObject(object.log, _depth + 1);
                }
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an Advertisement message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Advertisement
             * @static
             * @param {mammofed.v1.Advertisement} message Advertisement
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Advertisement.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.site = "";
                    object.terms = null;
                    if (options.bytes === $String)
                        object.maskingKey = "";
                    else {
                        object.maskingKey = [];
                        if (options.bytes !== $Array)
                            object.maskingKey = $util.newBuffer(object.maskingKey);
                    }
                    if (options.bytes === $String)
                        object.sealingKey = "";
                    else {
                        object.sealingKey = [];
                        if (options.bytes !== $Array)
                            object.sealingKey = $util.newBuffer(object.sealingKey);
                    }
                    object.log = null;
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.terms != null && $Object.hasOwnProperty.call(message, "terms"))
                    object.terms = $root.mammofed.v1.AttemptTerms.toObject(message.terms, options, _depth + 1);
                if (message.maskingKey != null && $Object.hasOwnProperty.call(message, "maskingKey"))
                    object.maskingKey = options.bytes === $String ? $util.base64.encode(message.maskingKey, 0, message.maskingKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.maskingKey) : message.maskingKey;
                if (message.sealingKey != null && $Object.hasOwnProperty.call(message, "sealingKey"))
                    object.sealingKey = options.bytes === $String ? $util.base64.encode(message.sealingKey, 0, message.sealingKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sealingKey) : message.sealingKey;
                if (message.log != null && $Object.hasOwnProperty.call(message, "log"))
                    object.log = $root.mammofed.v1.LogHead.toObject(message.log, options, _depth + 1);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Advertisement to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Advertisement
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Advertisement.prototype.toJSON = function() {
                return Advertisement.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Advertisement
             * @function getTypeUrl
             * @memberof mammofed.v1.Advertisement
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Advertisement.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Advertisement";
            };

            return Advertisement;
        })();

        v1.Roll = (function() {

            /**
             * Properties of a Roll.
             * @typedef {Object} mammofed.v1.Roll.$Properties
             * @property {string|null} [runId] Roll runId
             * @property {number|null} [round] Roll round
             * @property {number|null} [attempt] Roll attempt
             * @property {Array.<mammofed.v1.Advertisement.$Properties>|null} [advertisements] Roll advertisements
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Roll.
             * @memberof mammofed.v1
             * @interface IRoll
             * @augments mammofed.v1.Roll.$Properties
             * @deprecated Use mammofed.v1.Roll.$Properties instead.
             */

            /**
             * Shape of a Roll.
             * @typedef {mammofed.v1.Roll.$Properties} mammofed.v1.Roll.$Shape
             */

            /**
             * Constructs a new Roll.
             * @memberof mammofed.v1
             * @classdesc Represents a Roll.
             * @constructor
             * @param {mammofed.v1.Roll.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Roll = function (properties) {
                this.advertisements = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Roll runId.
             * @member {string} runId
             * @memberof mammofed.v1.Roll
             * @instance
             */
            Roll.prototype.runId = "";

            /**
             * Roll round.
             * @member {number} round
             * @memberof mammofed.v1.Roll
             * @instance
             */
            Roll.prototype.round = 0;

            /**
             * Roll attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.Roll
             * @instance
             */
            Roll.prototype.attempt = 0;

            /**
             * Roll advertisements.
             * @member {Array.<mammofed.v1.Advertisement.$Properties>} advertisements
             * @memberof mammofed.v1.Roll
             * @instance
             */
            Roll.prototype.advertisements = $util.emptyArray;

            /**
             * Encodes the specified Roll message. Does not implicitly {@link mammofed.v1.Roll.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Roll
             * @static
             * @param {mammofed.v1.Roll.$Properties} message Roll message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Roll.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.advertisements != null && message.advertisements.length)
                    for (let i = 0; i < message.advertisements.length; ++i)
                        $root.mammofed.v1.Advertisement.encode(message.advertisements[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Roll message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Roll
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Roll & mammofed.v1.Roll.$Shape} Roll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Roll.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Roll();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.advertisements && message.advertisements.length))
                                message.advertisements = [];
                            message.advertisements.push($root.mammofed.v1.Advertisement.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Roll message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Roll
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Roll} Roll
             */
            Roll.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Roll)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Roll: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Roll();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.advertisements) {
                    if (!$Array.isArray(object.advertisements))
                        throw $TypeError(".mammofed.v1.Roll.advertisements: array expected");
                    message.advertisements = $Array(object.advertisements.length);
                    for (let i = 0; i < object.advertisements.length; ++i) {
                        if (!$util.isObject(object.advertisements[i]))
                            throw $TypeError(".mammofed.v1.Roll.advertisements: object expected");
                        message.advertisements[i] = $root.mammofed.v1.Advertisement.fromObject(object.advertisements[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Roll message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Roll
             * @static
             * @param {mammofed.v1.Roll} message Roll
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Roll.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.advertisements = [];
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.advertisements && message.advertisements.length) {
                    object.advertisements = $Array(message.advertisements.length);
                    for (let j = 0; j < message.advertisements.length; ++j)
                        object.advertisements[j] = $root.mammofed.v1.Advertisement.toObject(message.advertisements[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Roll to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Roll
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Roll.prototype.toJSON = function() {
                return Roll.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Roll
             * @function getTypeUrl
             * @memberof mammofed.v1.Roll
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Roll.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Roll";
            };

            return Roll;
        })();

        v1.SharesFor = (function() {

            /**
             * Properties of a SharesFor.
             * @typedef {Object} mammofed.v1.SharesFor.$Properties
             * @property {string|null} [receiver] SharesFor receiver
             * @property {Uint8Array|null} [bytes] SharesFor bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SharesFor.
             * @memberof mammofed.v1
             * @interface ISharesFor
             * @augments mammofed.v1.SharesFor.$Properties
             * @deprecated Use mammofed.v1.SharesFor.$Properties instead.
             */

            /**
             * Shape of a SharesFor.
             * @typedef {mammofed.v1.SharesFor.$Properties} mammofed.v1.SharesFor.$Shape
             */

            /**
             * Constructs a new SharesFor.
             * @memberof mammofed.v1
             * @classdesc Represents a SharesFor.
             * @constructor
             * @param {mammofed.v1.SharesFor.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SharesFor = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SharesFor receiver.
             * @member {string} receiver
             * @memberof mammofed.v1.SharesFor
             * @instance
             */
            SharesFor.prototype.receiver = "";

            /**
             * SharesFor bytes.
             * @member {Uint8Array} bytes
             * @memberof mammofed.v1.SharesFor
             * @instance
             */
            SharesFor.prototype.bytes = $util.newBuffer([]);

            /**
             * Encodes the specified SharesFor message. Does not implicitly {@link mammofed.v1.SharesFor.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.SharesFor
             * @static
             * @param {mammofed.v1.SharesFor.$Properties} message SharesFor message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SharesFor.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver") && message.receiver !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.receiver);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SharesFor message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.SharesFor
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.SharesFor & mammofed.v1.SharesFor.$Shape} SharesFor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SharesFor.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.SharesFor();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.receiver = value;
                            else
                                delete message.receiver;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SharesFor message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.SharesFor
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.SharesFor} SharesFor
             */
            SharesFor.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.SharesFor)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.SharesFor: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.SharesFor();
                if (object.receiver != null)
                    if (typeof object.receiver !== "string" || object.receiver.length)
                        message.receiver = $String(object.receiver);
                if (object.bytes != null)
                    if (object.bytes.length)
                        if (typeof object.bytes === "string")
                            $util.base64.decode(object.bytes, message.bytes = $util.newBuffer($util.base64.length(object.bytes)), 0);
                        else if (object.bytes.length >= 0)
                            message.bytes = object.bytes;
                return message;
            };

            /**
             * Creates a plain object from a SharesFor message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.SharesFor
             * @static
             * @param {mammofed.v1.SharesFor} message SharesFor
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SharesFor.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.receiver = "";
                    if (options.bytes === $String)
                        object.bytes = "";
                    else {
                        object.bytes = [];
                        if (options.bytes !== $Array)
                            object.bytes = $util.newBuffer(object.bytes);
                    }
                }
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver"))
                    object.receiver = message.receiver;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    object.bytes = options.bytes === $String ? $util.base64.encode(message.bytes, 0, message.bytes.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.bytes) : message.bytes;
                return object;
            };

            /**
             * Converts this SharesFor to JSON.
             * @function toJSON
             * @memberof mammofed.v1.SharesFor
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SharesFor.prototype.toJSON = function() {
                return SharesFor.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SharesFor
             * @function getTypeUrl
             * @memberof mammofed.v1.SharesFor
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SharesFor.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.SharesFor";
            };

            return SharesFor;
        })();

        v1.DealtShares = (function() {

            /**
             * Properties of a DealtShares.
             * @typedef {Object} mammofed.v1.DealtShares.$Properties
             * @property {string|null} [site] DealtShares site
             * @property {Uint8Array|null} [cohortHash] DealtShares cohortHash
             * @property {Uint8Array|null} [seedCommitment] DealtShares seedCommitment
             * @property {Array.<mammofed.v1.SharesFor.$Properties>|null} [sealed] DealtShares sealed
             * @property {Uint8Array|null} [signature] DealtShares signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DealtShares.
             * @memberof mammofed.v1
             * @interface IDealtShares
             * @augments mammofed.v1.DealtShares.$Properties
             * @deprecated Use mammofed.v1.DealtShares.$Properties instead.
             */

            /**
             * Shape of a DealtShares.
             * @typedef {mammofed.v1.DealtShares.$Properties} mammofed.v1.DealtShares.$Shape
             */

            /**
             * Constructs a new DealtShares.
             * @memberof mammofed.v1
             * @classdesc Represents a DealtShares.
             * @constructor
             * @param {mammofed.v1.DealtShares.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DealtShares = function (properties) {
                this.sealed = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DealtShares site.
             * @member {string} site
             * @memberof mammofed.v1.DealtShares
             * @instance
             */
            DealtShares.prototype.site = "";

            /**
             * DealtShares cohortHash.
             * @member {Uint8Array} cohortHash
             * @memberof mammofed.v1.DealtShares
             * @instance
             */
            DealtShares.prototype.cohortHash = $util.newBuffer([]);

            /**
             * DealtShares seedCommitment.
             * @member {Uint8Array} seedCommitment
             * @memberof mammofed.v1.DealtShares
             * @instance
             */
            DealtShares.prototype.seedCommitment = $util.newBuffer([]);

            /**
             * DealtShares sealed.
             * @member {Array.<mammofed.v1.SharesFor.$Properties>} sealed
             * @memberof mammofed.v1.DealtShares
             * @instance
             */
            DealtShares.prototype.sealed = $util.emptyArray;

            /**
             * DealtShares signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.DealtShares
             * @instance
             */
            DealtShares.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified DealtShares message. Does not implicitly {@link mammofed.v1.DealtShares.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.DealtShares
             * @static
             * @param {mammofed.v1.DealtShares.$Properties} message DealtShares message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DealtShares.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.site);
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash") && message.cohortHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cohortHash);
                if (message.seedCommitment != null && $Object.hasOwnProperty.call(message, "seedCommitment") && message.seedCommitment.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.seedCommitment);
                if (message.sealed != null && message.sealed.length)
                    for (let i = 0; i < message.sealed.length; ++i)
                        $root.mammofed.v1.SharesFor.encode(message.sealed[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DealtShares message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.DealtShares
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.DealtShares & mammofed.v1.DealtShares.$Shape} DealtShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DealtShares.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.DealtShares();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cohortHash = value;
                            else
                                delete message.cohortHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seedCommitment = value;
                            else
                                delete message.seedCommitment;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sealed && message.sealed.length))
                                message.sealed = [];
                            message.sealed.push($root.mammofed.v1.SharesFor.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a DealtShares message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.DealtShares
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.DealtShares} DealtShares
             */
            DealtShares.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.DealtShares)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.DealtShares: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.DealtShares();
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.cohortHash != null)
                    if (object.cohortHash.length)
                        if (typeof object.cohortHash === "string")
                            $util.base64.decode(object.cohortHash, message.cohortHash = $util.newBuffer($util.base64.length(object.cohortHash)), 0);
                        else if (object.cohortHash.length >= 0)
                            message.cohortHash = object.cohortHash;
                if (object.seedCommitment != null)
                    if (object.seedCommitment.length)
                        if (typeof object.seedCommitment === "string")
                            $util.base64.decode(object.seedCommitment, message.seedCommitment = $util.newBuffer($util.base64.length(object.seedCommitment)), 0);
                        else if (object.seedCommitment.length >= 0)
                            message.seedCommitment = object.seedCommitment;
                if (object.sealed) {
                    if (!$Array.isArray(object.sealed))
                        throw $TypeError(".mammofed.v1.DealtShares.sealed: array expected");
                    message.sealed = $Array(object.sealed.length);
                    for (let i = 0; i < object.sealed.length; ++i) {
                        if (!$util.isObject(object.sealed[i]))
                            throw $TypeError(".mammofed.v1.DealtShares.sealed: object expected");
                        message.sealed[i] = $root.mammofed.v1.SharesFor.fromObject(object.sealed[i], _depth + 1);
                    }
                }
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from a DealtShares message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.DealtShares
             * @static
             * @param {mammofed.v1.DealtShares} message DealtShares
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            DealtShares.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.sealed = [];
                if (options.defaults) {
                    object.site = "";
                    if (options.bytes === $String)
                        object.cohortHash = "";
                    else {
                        object.cohortHash = [];
                        if (options.bytes !== $Array)
                            object.cohortHash = $util.newBuffer(object.cohortHash);
                    }
                    if (options.bytes === $String)
                        object.seedCommitment = "";
                    else {
                        object.seedCommitment = [];
                        if (options.bytes !== $Array)
                            object.seedCommitment = $util.newBuffer(object.seedCommitment);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash"))
                    object.cohortHash = options.bytes === $String ? $util.base64.encode(message.cohortHash, 0, message.cohortHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.cohortHash) : message.cohortHash;
                if (message.seedCommitment != null && $Object.hasOwnProperty.call(message, "seedCommitment"))
                    object.seedCommitment = options.bytes === $String ? $util.base64.encode(message.seedCommitment, 0, message.seedCommitment.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.seedCommitment) : message.seedCommitment;
                if (message.sealed && message.sealed.length) {
                    object.sealed = $Array(message.sealed.length);
                    for (let j = 0; j < message.sealed.length; ++j)
                        object.sealed[j] = $root.mammofed.v1.SharesFor.toObject(message.sealed[j], options, _depth + 1);
                }
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this DealtShares to JSON.
             * @function toJSON
             * @memberof mammofed.v1.DealtShares
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            DealtShares.prototype.toJSON = function() {
                return DealtShares.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for DealtShares
             * @function getTypeUrl
             * @memberof mammofed.v1.DealtShares
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            DealtShares.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.DealtShares";
            };

            return DealtShares;
        })();

        v1.MaskRequest = (function() {

            /**
             * Properties of a MaskRequest.
             * @typedef {Object} mammofed.v1.MaskRequest.$Properties
             * @property {string|null} [runId] MaskRequest runId
             * @property {number|null} [round] MaskRequest round
             * @property {number|null} [attempt] MaskRequest attempt
             * @property {Array.<string>|null} [sharers] MaskRequest sharers
             * @property {Array.<mammofed.v1.SharesFrom.$Properties>|null} [sealed] MaskRequest sealed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MaskRequest.
             * @memberof mammofed.v1
             * @interface IMaskRequest
             * @augments mammofed.v1.MaskRequest.$Properties
             * @deprecated Use mammofed.v1.MaskRequest.$Properties instead.
             */

            /**
             * Shape of a MaskRequest.
             * @typedef {mammofed.v1.MaskRequest.$Properties} mammofed.v1.MaskRequest.$Shape
             */

            /**
             * Constructs a new MaskRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a MaskRequest.
             * @constructor
             * @param {mammofed.v1.MaskRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MaskRequest = function (properties) {
                this.sharers = [];
                this.sealed = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MaskRequest runId.
             * @member {string} runId
             * @memberof mammofed.v1.MaskRequest
             * @instance
             */
            MaskRequest.prototype.runId = "";

            /**
             * MaskRequest round.
             * @member {number} round
             * @memberof mammofed.v1.MaskRequest
             * @instance
             */
            MaskRequest.prototype.round = 0;

            /**
             * MaskRequest attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.MaskRequest
             * @instance
             */
            MaskRequest.prototype.attempt = 0;

            /**
             * MaskRequest sharers.
             * @member {Array.<string>} sharers
             * @memberof mammofed.v1.MaskRequest
             * @instance
             */
            MaskRequest.prototype.sharers = $util.emptyArray;

            /**
             * MaskRequest sealed.
             * @member {Array.<mammofed.v1.SharesFrom.$Properties>} sealed
             * @memberof mammofed.v1.MaskRequest
             * @instance
             */
            MaskRequest.prototype.sealed = $util.emptyArray;

            /**
             * Encodes the specified MaskRequest message. Does not implicitly {@link mammofed.v1.MaskRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.MaskRequest
             * @static
             * @param {mammofed.v1.MaskRequest.$Properties} message MaskRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MaskRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.sharers != null && message.sharers.length)
                    for (let i = 0; i < message.sharers.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.sharers[i]);
                if (message.sealed != null && message.sealed.length)
                    for (let i = 0; i < message.sealed.length; ++i)
                        $root.mammofed.v1.SharesFrom.encode(message.sealed[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MaskRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.MaskRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.MaskRequest & mammofed.v1.MaskRequest.$Shape} MaskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MaskRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.MaskRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sharers && message.sharers.length))
                                message.sharers = [];
                            message.sharers.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sealed && message.sealed.length))
                                message.sealed = [];
                            message.sealed.push($root.mammofed.v1.SharesFrom.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MaskRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.MaskRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.MaskRequest} MaskRequest
             */
            MaskRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.MaskRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.MaskRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.MaskRequest();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.sharers) {
                    if (!$Array.isArray(object.sharers))
                        throw $TypeError(".mammofed.v1.MaskRequest.sharers: array expected");
                    message.sharers = $Array(object.sharers.length);
                    for (let i = 0; i < object.sharers.length; ++i)
                        message.sharers[i] = $String(object.sharers[i]);
                }
                if (object.sealed) {
                    if (!$Array.isArray(object.sealed))
                        throw $TypeError(".mammofed.v1.MaskRequest.sealed: array expected");
                    message.sealed = $Array(object.sealed.length);
                    for (let i = 0; i < object.sealed.length; ++i) {
                        if (!$util.isObject(object.sealed[i]))
                            throw $TypeError(".mammofed.v1.MaskRequest.sealed: object expected");
                        message.sealed[i] = $root.mammofed.v1.SharesFrom.fromObject(object.sealed[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a MaskRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.MaskRequest
             * @static
             * @param {mammofed.v1.MaskRequest} message MaskRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MaskRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.sharers = [];
                    object.sealed = [];
                }
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.sharers && message.sharers.length) {
                    object.sharers = $Array(message.sharers.length);
                    for (let j = 0; j < message.sharers.length; ++j)
                        object.sharers[j] = message.sharers[j];
                }
                if (message.sealed && message.sealed.length) {
                    object.sealed = $Array(message.sealed.length);
                    for (let j = 0; j < message.sealed.length; ++j)
                        object.sealed[j] = $root.mammofed.v1.SharesFrom.toObject(message.sealed[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this MaskRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.MaskRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MaskRequest.prototype.toJSON = function() {
                return MaskRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for MaskRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.MaskRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            MaskRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.MaskRequest";
            };

            return MaskRequest;
        })();

        v1.SharesFrom = (function() {

            /**
             * Properties of a SharesFrom.
             * @typedef {Object} mammofed.v1.SharesFrom.$Properties
             * @property {string|null} [sender] SharesFrom sender
             * @property {Uint8Array|null} [bytes] SharesFrom bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SharesFrom.
             * @memberof mammofed.v1
             * @interface ISharesFrom
             * @augments mammofed.v1.SharesFrom.$Properties
             * @deprecated Use mammofed.v1.SharesFrom.$Properties instead.
             */

            /**
             * Shape of a SharesFrom.
             * @typedef {mammofed.v1.SharesFrom.$Properties} mammofed.v1.SharesFrom.$Shape
             */

            /**
             * Constructs a new SharesFrom.
             * @memberof mammofed.v1
             * @classdesc Represents a SharesFrom.
             * @constructor
             * @param {mammofed.v1.SharesFrom.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SharesFrom = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SharesFrom sender.
             * @member {string} sender
             * @memberof mammofed.v1.SharesFrom
             * @instance
             */
            SharesFrom.prototype.sender = "";

            /**
             * SharesFrom bytes.
             * @member {Uint8Array} bytes
             * @memberof mammofed.v1.SharesFrom
             * @instance
             */
            SharesFrom.prototype.bytes = $util.newBuffer([]);

            /**
             * Encodes the specified SharesFrom message. Does not implicitly {@link mammofed.v1.SharesFrom.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.SharesFrom
             * @static
             * @param {mammofed.v1.SharesFrom.$Properties} message SharesFrom message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SharesFrom.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sender != null && $Object.hasOwnProperty.call(message, "sender") && message.sender !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.sender);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SharesFrom message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.SharesFrom
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.SharesFrom & mammofed.v1.SharesFrom.$Shape} SharesFrom
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SharesFrom.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.SharesFrom();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sender = value;
                            else
                                delete message.sender;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SharesFrom message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.SharesFrom
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.SharesFrom} SharesFrom
             */
            SharesFrom.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.SharesFrom)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.SharesFrom: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.SharesFrom();
                if (object.sender != null)
                    if (typeof object.sender !== "string" || object.sender.length)
                        message.sender = $String(object.sender);
                if (object.bytes != null)
                    if (object.bytes.length)
                        if (typeof object.bytes === "string")
                            $util.base64.decode(object.bytes, message.bytes = $util.newBuffer($util.base64.length(object.bytes)), 0);
                        else if (object.bytes.length >= 0)
                            message.bytes = object.bytes;
                return message;
            };

            /**
             * Creates a plain object from a SharesFrom message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.SharesFrom
             * @static
             * @param {mammofed.v1.SharesFrom} message SharesFrom
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SharesFrom.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.sender = "";
                    if (options.bytes === $String)
                        object.bytes = "";
                    else {
                        object.bytes = [];
                        if (options.bytes !== $Array)
                            object.bytes = $util.newBuffer(object.bytes);
                    }
                }
                if (message.sender != null && $Object.hasOwnProperty.call(message, "sender"))
                    object.sender = message.sender;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    object.bytes = options.bytes === $String ? $util.base64.encode(message.bytes, 0, message.bytes.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.bytes) : message.bytes;
                return object;
            };

            /**
             * Converts this SharesFrom to JSON.
             * @function toJSON
             * @memberof mammofed.v1.SharesFrom
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SharesFrom.prototype.toJSON = function() {
                return SharesFrom.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SharesFrom
             * @function getTypeUrl
             * @memberof mammofed.v1.SharesFrom
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SharesFrom.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.SharesFrom";
            };

            return SharesFrom;
        })();

        v1.MaskAccepted = (function() {

            /**
             * Properties of a MaskAccepted.
             * @typedef {Object} mammofed.v1.MaskAccepted.$Properties
             * @property {string|null} [runId] MaskAccepted runId
             * @property {number|null} [round] MaskAccepted round
             * @property {number|null} [attempt] MaskAccepted attempt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MaskAccepted.
             * @memberof mammofed.v1
             * @interface IMaskAccepted
             * @augments mammofed.v1.MaskAccepted.$Properties
             * @deprecated Use mammofed.v1.MaskAccepted.$Properties instead.
             */

            /**
             * Shape of a MaskAccepted.
             * @typedef {mammofed.v1.MaskAccepted.$Properties} mammofed.v1.MaskAccepted.$Shape
             */

            /**
             * Constructs a new MaskAccepted.
             * @memberof mammofed.v1
             * @classdesc Represents a MaskAccepted.
             * @constructor
             * @param {mammofed.v1.MaskAccepted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MaskAccepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MaskAccepted runId.
             * @member {string} runId
             * @memberof mammofed.v1.MaskAccepted
             * @instance
             */
            MaskAccepted.prototype.runId = "";

            /**
             * MaskAccepted round.
             * @member {number} round
             * @memberof mammofed.v1.MaskAccepted
             * @instance
             */
            MaskAccepted.prototype.round = 0;

            /**
             * MaskAccepted attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.MaskAccepted
             * @instance
             */
            MaskAccepted.prototype.attempt = 0;

            /**
             * Encodes the specified MaskAccepted message. Does not implicitly {@link mammofed.v1.MaskAccepted.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.MaskAccepted
             * @static
             * @param {mammofed.v1.MaskAccepted.$Properties} message MaskAccepted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MaskAccepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MaskAccepted message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.MaskAccepted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.MaskAccepted & mammofed.v1.MaskAccepted.$Shape} MaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MaskAccepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.MaskAccepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.MaskAccepted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.MaskAccepted} MaskAccepted
             */
            MaskAccepted.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.MaskAccepted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.MaskAccepted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.MaskAccepted();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a MaskAccepted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.MaskAccepted
             * @static
             * @param {mammofed.v1.MaskAccepted} message MaskAccepted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MaskAccepted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                return object;
            };

            /**
             * Converts this MaskAccepted to JSON.
             * @function toJSON
             * @memberof mammofed.v1.MaskAccepted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MaskAccepted.prototype.toJSON = function() {
                return MaskAccepted.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for MaskAccepted
             * @function getTypeUrl
             * @memberof mammofed.v1.MaskAccepted
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            MaskAccepted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.MaskAccepted";
            };

            return MaskAccepted;
        })();

        v1.ConfirmRequest = (function() {

            /**
             * Properties of a ConfirmRequest.
             * @typedef {Object} mammofed.v1.ConfirmRequest.$Properties
             * @property {string|null} [runId] ConfirmRequest runId
             * @property {number|null} [round] ConfirmRequest round
             * @property {number|null} [attempt] ConfirmRequest attempt
             * @property {Array.<string>|null} [uploaders] ConfirmRequest uploaders
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ConfirmRequest.
             * @memberof mammofed.v1
             * @interface IConfirmRequest
             * @augments mammofed.v1.ConfirmRequest.$Properties
             * @deprecated Use mammofed.v1.ConfirmRequest.$Properties instead.
             */

            /**
             * Shape of a ConfirmRequest.
             * @typedef {mammofed.v1.ConfirmRequest.$Properties} mammofed.v1.ConfirmRequest.$Shape
             */

            /**
             * Constructs a new ConfirmRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a ConfirmRequest.
             * @constructor
             * @param {mammofed.v1.ConfirmRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ConfirmRequest = function (properties) {
                this.uploaders = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ConfirmRequest runId.
             * @member {string} runId
             * @memberof mammofed.v1.ConfirmRequest
             * @instance
             */
            ConfirmRequest.prototype.runId = "";

            /**
             * ConfirmRequest round.
             * @member {number} round
             * @memberof mammofed.v1.ConfirmRequest
             * @instance
             */
            ConfirmRequest.prototype.round = 0;

            /**
             * ConfirmRequest attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.ConfirmRequest
             * @instance
             */
            ConfirmRequest.prototype.attempt = 0;

            /**
             * ConfirmRequest uploaders.
             * @member {Array.<string>} uploaders
             * @memberof mammofed.v1.ConfirmRequest
             * @instance
             */
            ConfirmRequest.prototype.uploaders = $util.emptyArray;

            /**
             * Encodes the specified ConfirmRequest message. Does not implicitly {@link mammofed.v1.ConfirmRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ConfirmRequest
             * @static
             * @param {mammofed.v1.ConfirmRequest.$Properties} message ConfirmRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ConfirmRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.uploaders != null && message.uploaders.length)
                    for (let i = 0; i < message.uploaders.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.uploaders[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ConfirmRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ConfirmRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ConfirmRequest & mammofed.v1.ConfirmRequest.$Shape} ConfirmRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ConfirmRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ConfirmRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.uploaders && message.uploaders.length))
                                message.uploaders = [];
                            message.uploaders.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ConfirmRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ConfirmRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ConfirmRequest} ConfirmRequest
             */
            ConfirmRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ConfirmRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ConfirmRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ConfirmRequest();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.uploaders) {
                    if (!$Array.isArray(object.uploaders))
                        throw $TypeError(".mammofed.v1.ConfirmRequest.uploaders: array expected");
                    message.uploaders = $Array(object.uploaders.length);
                    for (let i = 0; i < object.uploaders.length; ++i)
                        message.uploaders[i] = $String(object.uploaders[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a ConfirmRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ConfirmRequest
             * @static
             * @param {mammofed.v1.ConfirmRequest} message ConfirmRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ConfirmRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.uploaders = [];
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.uploaders && message.uploaders.length) {
                    object.uploaders = $Array(message.uploaders.length);
                    for (let j = 0; j < message.uploaders.length; ++j)
                        object.uploaders[j] = message.uploaders[j];
                }
                return object;
            };

            /**
             * Converts this ConfirmRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ConfirmRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ConfirmRequest.prototype.toJSON = function() {
                return ConfirmRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ConfirmRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.ConfirmRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ConfirmRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ConfirmRequest";
            };

            return ConfirmRequest;
        })();

        v1.Confirmation = (function() {

            /**
             * Properties of a Confirmation.
             * @typedef {Object} mammofed.v1.Confirmation.$Properties
             * @property {string|null} [site] Confirmation site
             * @property {Uint8Array|null} [cohortHash] Confirmation cohortHash
             * @property {Array.<string>|null} [sharers] Confirmation sharers
             * @property {Array.<string>|null} [uploaders] Confirmation uploaders
             * @property {Uint8Array|null} [signature] Confirmation signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Confirmation.
             * @memberof mammofed.v1
             * @interface IConfirmation
             * @augments mammofed.v1.Confirmation.$Properties
             * @deprecated Use mammofed.v1.Confirmation.$Properties instead.
             */

            /**
             * Shape of a Confirmation.
             * @typedef {mammofed.v1.Confirmation.$Properties} mammofed.v1.Confirmation.$Shape
             */

            /**
             * Constructs a new Confirmation.
             * @memberof mammofed.v1
             * @classdesc Represents a Confirmation.
             * @constructor
             * @param {mammofed.v1.Confirmation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Confirmation = function (properties) {
                this.sharers = [];
                this.uploaders = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Confirmation site.
             * @member {string} site
             * @memberof mammofed.v1.Confirmation
             * @instance
             */
            Confirmation.prototype.site = "";

            /**
             * Confirmation cohortHash.
             * @member {Uint8Array} cohortHash
             * @memberof mammofed.v1.Confirmation
             * @instance
             */
            Confirmation.prototype.cohortHash = $util.newBuffer([]);

            /**
             * Confirmation sharers.
             * @member {Array.<string>} sharers
             * @memberof mammofed.v1.Confirmation
             * @instance
             */
            Confirmation.prototype.sharers = $util.emptyArray;

            /**
             * Confirmation uploaders.
             * @member {Array.<string>} uploaders
             * @memberof mammofed.v1.Confirmation
             * @instance
             */
            Confirmation.prototype.uploaders = $util.emptyArray;

            /**
             * Confirmation signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.Confirmation
             * @instance
             */
            Confirmation.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified Confirmation message. Does not implicitly {@link mammofed.v1.Confirmation.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Confirmation
             * @static
             * @param {mammofed.v1.Confirmation.$Properties} message Confirmation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Confirmation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.site);
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash") && message.cohortHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cohortHash);
                if (message.sharers != null && message.sharers.length)
                    for (let i = 0; i < message.sharers.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.sharers[i]);
                if (message.uploaders != null && message.uploaders.length)
                    for (let i = 0; i < message.uploaders.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.uploaders[i]);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Confirmation message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Confirmation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Confirmation & mammofed.v1.Confirmation.$Shape} Confirmation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Confirmation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Confirmation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cohortHash = value;
                            else
                                delete message.cohortHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sharers && message.sharers.length))
                                message.sharers = [];
                            message.sharers.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.uploaders && message.uploaders.length))
                                message.uploaders = [];
                            message.uploaders.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Confirmation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Confirmation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Confirmation} Confirmation
             */
            Confirmation.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Confirmation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Confirmation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Confirmation();
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.cohortHash != null)
                    if (object.cohortHash.length)
                        if (typeof object.cohortHash === "string")
                            $util.base64.decode(object.cohortHash, message.cohortHash = $util.newBuffer($util.base64.length(object.cohortHash)), 0);
                        else if (object.cohortHash.length >= 0)
                            message.cohortHash = object.cohortHash;
                if (object.sharers) {
                    if (!$Array.isArray(object.sharers))
                        throw $TypeError(".mammofed.v1.Confirmation.sharers: array expected");
                    message.sharers = $Array(object.sharers.length);
                    for (let i = 0; i < object.sharers.length; ++i)
                        message.sharers[i] = $String(object.sharers[i]);
                }
                if (object.uploaders) {
                    if (!$Array.isArray(object.uploaders))
                        throw $TypeError(".mammofed.v1.Confirmation.uploaders: array expected");
                    message.uploaders = $Array(object.uploaders.length);
                    for (let i = 0; i < object.uploaders.length; ++i)
                        message.uploaders[i] = $String(object.uploaders[i]);
                }
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from a Confirmation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Confirmation
             * @static
             * @param {mammofed.v1.Confirmation} message Confirmation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Confirmation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.sharers = [];
                    object.uploaders = [];
                }
                if (options.defaults) {
                    object.site = "";
                    if (options.bytes === $String)
                        object.cohortHash = "";
                    else {
                        object.cohortHash = [];
                        if (options.bytes !== $Array)
                            object.cohortHash = $util.newBuffer(object.cohortHash);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash"))
                    object.cohortHash = options.bytes === $String ? $util.base64.encode(message.cohortHash, 0, message.cohortHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.cohortHash) : message.cohortHash;
                if (message.sharers && message.sharers.length) {
                    object.sharers = $Array(message.sharers.length);
                    for (let j = 0; j < message.sharers.length; ++j)
                        object.sharers[j] = message.sharers[j];
                }
                if (message.uploaders && message.uploaders.length) {
                    object.uploaders = $Array(message.uploaders.length);
                    for (let j = 0; j < message.uploaders.length; ++j)
                        object.uploaders[j] = message.uploaders[j];
                }
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Confirmation to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Confirmation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Confirmation.prototype.toJSON = function() {
                return Confirmation.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Confirmation
             * @function getTypeUrl
             * @memberof mammofed.v1.Confirmation
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Confirmation.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Confirmation";
            };

            return Confirmation;
        })();

        v1.UnmaskRequest = (function() {

            /**
             * Properties of an UnmaskRequest.
             * @typedef {Object} mammofed.v1.UnmaskRequest.$Properties
             * @property {string|null} [runId] UnmaskRequest runId
             * @property {number|null} [round] UnmaskRequest round
             * @property {number|null} [attempt] UnmaskRequest attempt
             * @property {Array.<mammofed.v1.Confirmation.$Properties>|null} [confirmations] UnmaskRequest confirmations
             * @property {Array.<string>|null} [selfMasksOf] UnmaskRequest selfMasksOf
             * @property {Array.<string>|null} [keysOf] UnmaskRequest keysOf
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UnmaskRequest.
             * @memberof mammofed.v1
             * @interface IUnmaskRequest
             * @augments mammofed.v1.UnmaskRequest.$Properties
             * @deprecated Use mammofed.v1.UnmaskRequest.$Properties instead.
             */

            /**
             * Shape of an UnmaskRequest.
             * @typedef {mammofed.v1.UnmaskRequest.$Properties} mammofed.v1.UnmaskRequest.$Shape
             */

            /**
             * Constructs a new UnmaskRequest.
             * @memberof mammofed.v1
             * @classdesc Represents an UnmaskRequest.
             * @constructor
             * @param {mammofed.v1.UnmaskRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UnmaskRequest = function (properties) {
                this.confirmations = [];
                this.selfMasksOf = [];
                this.keysOf = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UnmaskRequest runId.
             * @member {string} runId
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.runId = "";

            /**
             * UnmaskRequest round.
             * @member {number} round
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.round = 0;

            /**
             * UnmaskRequest attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.attempt = 0;

            /**
             * UnmaskRequest confirmations.
             * @member {Array.<mammofed.v1.Confirmation.$Properties>} confirmations
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.confirmations = $util.emptyArray;

            /**
             * UnmaskRequest selfMasksOf.
             * @member {Array.<string>} selfMasksOf
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.selfMasksOf = $util.emptyArray;

            /**
             * UnmaskRequest keysOf.
             * @member {Array.<string>} keysOf
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             */
            UnmaskRequest.prototype.keysOf = $util.emptyArray;

            /**
             * Encodes the specified UnmaskRequest message. Does not implicitly {@link mammofed.v1.UnmaskRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UnmaskRequest
             * @static
             * @param {mammofed.v1.UnmaskRequest.$Properties} message UnmaskRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UnmaskRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.confirmations != null && message.confirmations.length)
                    for (let i = 0; i < message.confirmations.length; ++i)
                        $root.mammofed.v1.Confirmation.encode(message.confirmations[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.selfMasksOf != null && message.selfMasksOf.length)
                    for (let i = 0; i < message.selfMasksOf.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.selfMasksOf[i]);
                if (message.keysOf != null && message.keysOf.length)
                    for (let i = 0; i < message.keysOf.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.keysOf[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UnmaskRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UnmaskRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UnmaskRequest & mammofed.v1.UnmaskRequest.$Shape} UnmaskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UnmaskRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UnmaskRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.confirmations && message.confirmations.length))
                                message.confirmations = [];
                            message.confirmations.push($root.mammofed.v1.Confirmation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.selfMasksOf && message.selfMasksOf.length))
                                message.selfMasksOf = [];
                            message.selfMasksOf.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keysOf && message.keysOf.length))
                                message.keysOf = [];
                            message.keysOf.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UnmaskRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UnmaskRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UnmaskRequest} UnmaskRequest
             */
            UnmaskRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UnmaskRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UnmaskRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UnmaskRequest();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.confirmations) {
                    if (!$Array.isArray(object.confirmations))
                        throw $TypeError(".mammofed.v1.UnmaskRequest.confirmations: array expected");
                    message.confirmations = $Array(object.confirmations.length);
                    for (let i = 0; i < object.confirmations.length; ++i) {
                        if (!$util.isObject(object.confirmations[i]))
                            throw $TypeError(".mammofed.v1.UnmaskRequest.confirmations: object expected");
                        message.confirmations[i] = $root.mammofed.v1.Confirmation.fromObject(object.confirmations[i], _depth + 1);
                    }
                }
                if (object.selfMasksOf) {
                    if (!$Array.isArray(object.selfMasksOf))
                        throw $TypeError(".mammofed.v1.UnmaskRequest.selfMasksOf: array expected");
                    message.selfMasksOf = $Array(object.selfMasksOf.length);
                    for (let i = 0; i < object.selfMasksOf.length; ++i)
                        message.selfMasksOf[i] = $String(object.selfMasksOf[i]);
                }
                if (object.keysOf) {
                    if (!$Array.isArray(object.keysOf))
                        throw $TypeError(".mammofed.v1.UnmaskRequest.keysOf: array expected");
                    message.keysOf = $Array(object.keysOf.length);
                    for (let i = 0; i < object.keysOf.length; ++i)
                        message.keysOf[i] = $String(object.keysOf[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from an UnmaskRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UnmaskRequest
             * @static
             * @param {mammofed.v1.UnmaskRequest} message UnmaskRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UnmaskRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.confirmations = [];
                    object.selfMasksOf = [];
                    object.keysOf = [];
                }
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.confirmations && message.confirmations.length) {
                    object.confirmations = $Array(message.confirmations.length);
                    for (let j = 0; j < message.confirmations.length; ++j)
                        object.confirmations[j] = $root.mammofed.v1.Confirmation.toObject(message.confirmations[j], options, _depth + 1);
                }
                if (message.selfMasksOf && message.selfMasksOf.length) {
                    object.selfMasksOf = $Array(message.selfMasksOf.length);
                    for (let j = 0; j < message.selfMasksOf.length; ++j)
                        object.selfMasksOf[j] = message.selfMasksOf[j];
                }
                if (message.keysOf && message.keysOf.length) {
                    object.keysOf = $Array(message.keysOf.length);
                    for (let j = 0; j < message.keysOf.length; ++j)
                        object.keysOf[j] = message.keysOf[j];
                }
                return object;
            };

            /**
             * Converts this UnmaskRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UnmaskRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UnmaskRequest.prototype.toJSON = function() {
                return UnmaskRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UnmaskRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.UnmaskRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UnmaskRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UnmaskRequest";
            };

            return UnmaskRequest;
        })();

        v1.OwnedShare = (function() {

            /**
             * Properties of an OwnedShare.
             * @typedef {Object} mammofed.v1.OwnedShare.$Properties
             * @property {string|null} [owner] OwnedShare owner
             * @property {Uint8Array|null} [share] OwnedShare share
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OwnedShare.
             * @memberof mammofed.v1
             * @interface IOwnedShare
             * @augments mammofed.v1.OwnedShare.$Properties
             * @deprecated Use mammofed.v1.OwnedShare.$Properties instead.
             */

            /**
             * Shape of an OwnedShare.
             * @typedef {mammofed.v1.OwnedShare.$Properties} mammofed.v1.OwnedShare.$Shape
             */

            /**
             * Constructs a new OwnedShare.
             * @memberof mammofed.v1
             * @classdesc Represents an OwnedShare.
             * @constructor
             * @param {mammofed.v1.OwnedShare.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OwnedShare = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OwnedShare owner.
             * @member {string} owner
             * @memberof mammofed.v1.OwnedShare
             * @instance
             */
            OwnedShare.prototype.owner = "";

            /**
             * OwnedShare share.
             * @member {Uint8Array} share
             * @memberof mammofed.v1.OwnedShare
             * @instance
             */
            OwnedShare.prototype.share = $util.newBuffer([]);

            /**
             * Encodes the specified OwnedShare message. Does not implicitly {@link mammofed.v1.OwnedShare.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.OwnedShare
             * @static
             * @param {mammofed.v1.OwnedShare.$Properties} message OwnedShare message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OwnedShare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner") && message.owner !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.owner);
                if (message.share != null && $Object.hasOwnProperty.call(message, "share") && message.share.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.share);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OwnedShare message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.OwnedShare
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.OwnedShare & mammofed.v1.OwnedShare.$Shape} OwnedShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OwnedShare.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.OwnedShare();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.owner = value;
                            else
                                delete message.owner;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.share = value;
                            else
                                delete message.share;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an OwnedShare message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.OwnedShare
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.OwnedShare} OwnedShare
             */
            OwnedShare.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.OwnedShare)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.OwnedShare: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.OwnedShare();
                if (object.owner != null)
                    if (typeof object.owner !== "string" || object.owner.length)
                        message.owner = $String(object.owner);
                if (object.share != null)
                    if (object.share.length)
                        if (typeof object.share === "string")
                            $util.base64.decode(object.share, message.share = $util.newBuffer($util.base64.length(object.share)), 0);
                        else if (object.share.length >= 0)
                            message.share = object.share;
                return message;
            };

            /**
             * Creates a plain object from an OwnedShare message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.OwnedShare
             * @static
             * @param {mammofed.v1.OwnedShare} message OwnedShare
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            OwnedShare.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.owner = "";
                    if (options.bytes === $String)
                        object.share = "";
                    else {
                        object.share = [];
                        if (options.bytes !== $Array)
                            object.share = $util.newBuffer(object.share);
                    }
                }
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner"))
                    object.owner = message.owner;
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    object.share = options.bytes === $String ? $util.base64.encode(message.share, 0, message.share.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.share) : message.share;
                return object;
            };

            /**
             * Converts this OwnedShare to JSON.
             * @function toJSON
             * @memberof mammofed.v1.OwnedShare
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            OwnedShare.prototype.toJSON = function() {
                return OwnedShare.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for OwnedShare
             * @function getTypeUrl
             * @memberof mammofed.v1.OwnedShare
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            OwnedShare.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.OwnedShare";
            };

            return OwnedShare;
        })();

        v1.UnmaskShares = (function() {

            /**
             * Properties of an UnmaskShares.
             * @typedef {Object} mammofed.v1.UnmaskShares.$Properties
             * @property {string|null} [site] UnmaskShares site
             * @property {Uint8Array|null} [cohortHash] UnmaskShares cohortHash
             * @property {Array.<mammofed.v1.OwnedShare.$Properties>|null} [selfMasks] UnmaskShares selfMasks
             * @property {Array.<mammofed.v1.OwnedShare.$Properties>|null} [keys] UnmaskShares keys
             * @property {Uint8Array|null} [signature] UnmaskShares signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UnmaskShares.
             * @memberof mammofed.v1
             * @interface IUnmaskShares
             * @augments mammofed.v1.UnmaskShares.$Properties
             * @deprecated Use mammofed.v1.UnmaskShares.$Properties instead.
             */

            /**
             * Shape of an UnmaskShares.
             * @typedef {mammofed.v1.UnmaskShares.$Properties} mammofed.v1.UnmaskShares.$Shape
             */

            /**
             * Constructs a new UnmaskShares.
             * @memberof mammofed.v1
             * @classdesc Represents an UnmaskShares.
             * @constructor
             * @param {mammofed.v1.UnmaskShares.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UnmaskShares = function (properties) {
                this.selfMasks = [];
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UnmaskShares site.
             * @member {string} site
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             */
            UnmaskShares.prototype.site = "";

            /**
             * UnmaskShares cohortHash.
             * @member {Uint8Array} cohortHash
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             */
            UnmaskShares.prototype.cohortHash = $util.newBuffer([]);

            /**
             * UnmaskShares selfMasks.
             * @member {Array.<mammofed.v1.OwnedShare.$Properties>} selfMasks
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             */
            UnmaskShares.prototype.selfMasks = $util.emptyArray;

            /**
             * UnmaskShares keys.
             * @member {Array.<mammofed.v1.OwnedShare.$Properties>} keys
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             */
            UnmaskShares.prototype.keys = $util.emptyArray;

            /**
             * UnmaskShares signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             */
            UnmaskShares.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified UnmaskShares message. Does not implicitly {@link mammofed.v1.UnmaskShares.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UnmaskShares
             * @static
             * @param {mammofed.v1.UnmaskShares.$Properties} message UnmaskShares message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UnmaskShares.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.site);
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash") && message.cohortHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cohortHash);
                if (message.selfMasks != null && message.selfMasks.length)
                    for (let i = 0; i < message.selfMasks.length; ++i)
                        $root.mammofed.v1.OwnedShare.encode(message.selfMasks[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.mammofed.v1.OwnedShare.encode(message.keys[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UnmaskShares message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UnmaskShares
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UnmaskShares & mammofed.v1.UnmaskShares.$Shape} UnmaskShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UnmaskShares.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UnmaskShares();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cohortHash = value;
                            else
                                delete message.cohortHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.selfMasks && message.selfMasks.length))
                                message.selfMasks = [];
                            message.selfMasks.push($root.mammofed.v1.OwnedShare.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push($root.mammofed.v1.OwnedShare.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UnmaskShares message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UnmaskShares
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UnmaskShares} UnmaskShares
             */
            UnmaskShares.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UnmaskShares)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UnmaskShares: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UnmaskShares();
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.cohortHash != null)
                    if (object.cohortHash.length)
                        if (typeof object.cohortHash === "string")
                            $util.base64.decode(object.cohortHash, message.cohortHash = $util.newBuffer($util.base64.length(object.cohortHash)), 0);
                        else if (object.cohortHash.length >= 0)
                            message.cohortHash = object.cohortHash;
                if (object.selfMasks) {
                    if (!$Array.isArray(object.selfMasks))
                        throw $TypeError(".mammofed.v1.UnmaskShares.selfMasks: array expected");
                    message.selfMasks = $Array(object.selfMasks.length);
                    for (let i = 0; i < object.selfMasks.length; ++i) {
                        if (!$util.isObject(object.selfMasks[i]))
                            throw $TypeError(".mammofed.v1.UnmaskShares.selfMasks: object expected");
                        message.selfMasks[i] = $root.mammofed.v1.OwnedShare.fromObject(object.selfMasks[i], _depth + 1);
                    }
                }
                if (object.keys) {
                    if (!$Array.isArray(object.keys))
                        throw $TypeError(".mammofed.v1.UnmaskShares.keys: array expected");
                    message.keys = $Array(object.keys.length);
                    for (let i = 0; i < object.keys.length; ++i) {
                        if (!$util.isObject(object.keys[i]))
                            throw $TypeError(".mammofed.v1.UnmaskShares.keys: object expected");
                        message.keys[i] = $root.mammofed.v1.OwnedShare.fromObject(object.keys[i], _depth + 1);
                    }
                }
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an UnmaskShares message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UnmaskShares
             * @static
             * @param {mammofed.v1.UnmaskShares} message UnmaskShares
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UnmaskShares.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.selfMasks = [];
                    object.keys = [];
                }
                if (options.defaults) {
                    object.site = "";
                    if (options.bytes === $String)
                        object.cohortHash = "";
                    else {
                        object.cohortHash = [];
                        if (options.bytes !== $Array)
                            object.cohortHash = $util.newBuffer(object.cohortHash);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.cohortHash != null && $Object.hasOwnProperty.call(message, "cohortHash"))
                    object.cohortHash = options.bytes === $String ? $util.base64.encode(message.cohortHash, 0, message.cohortHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.cohortHash) : message.cohortHash;
                if (message.selfMasks && message.selfMasks.length) {
                    object.selfMasks = $Array(message.selfMasks.length);
                    for (let j = 0; j < message.selfMasks.length; ++j)
                        object.selfMasks[j] = $root.mammofed.v1.OwnedShare.toObject(message.selfMasks[j], options, _depth + 1);
                }
                if (message.keys && message.keys.length) {
                    object.keys = $Array(message.keys.length);
                    for (let j = 0; j < message.keys.length; ++j)
                        object.keys[j] = $root.mammofed.v1.OwnedShare.toObject(message.keys[j], options, _depth + 1);
                }
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this UnmaskShares to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UnmaskShares
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UnmaskShares.prototype.toJSON = function() {
                return UnmaskShares.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UnmaskShares
             * @function getTypeUrl
             * @memberof mammofed.v1.UnmaskShares
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UnmaskShares.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UnmaskShares";
            };

            return UnmaskShares;
        })();

        return v1;
    })();

    return mammofed;
})();

export {
  $root as default
};
